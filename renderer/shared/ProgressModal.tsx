import { Button, Flex, Modal, Progress, Typography } from 'antd';
import { durationText } from './format.ts';
import type { LongWork, RunningWork } from './useLongWork.ts';

function timeLeft({ progress, startedAt }: RunningWork): string {
  if (!progress || progress.done === 0 || progress.total <= progress.done) return '';
  const elapsed = performance.now() - startedAt;
  if (elapsed < 1500) return '';
  return `，还需${durationText((elapsed / progress.done) * (progress.total - progress.done))}`;
}

const Body = ({ running }: { readonly running: RunningWork }) => {
  const { progress } = running;
  const percent = progress && progress.total > 0 ? Math.round((progress.done / progress.total) * 100) : 0;
  return (
    <Flex vertical gap={8} aria-live="polite">
      <Progress percent={percent} status="active" aria-label={running.title} />
      <Typography.Text>
        {progress ? `第${progress.done}项，共${progress.total}项${timeLeft(running)}` : '正在准备…'}
      </Typography.Text>
      <Typography.Text type="secondary" ellipsis>
        {progress?.current || ' '}
      </Typography.Text>
    </Flex>
  );
};

/** Shows long work while it runs: count, what is being worked on, time left, and 取消. */
export function ProgressModal({ work }: { readonly work: LongWork }) {
  const { running } = work;
  return (
    <Modal
      open={running !== null}
      title={running?.title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button onClick={work.cancel} loading={running?.cancelling ?? false}>
          取消
        </Button>
      }
    >
      {running && <Body running={running} />}
    </Modal>
  );
}
