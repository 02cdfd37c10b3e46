import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Typography } from 'antd';
import type { Problem } from '../../db/model/problems.ts';
import { desk } from '../desk.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { RestoreButton } from './RestoreButton.tsx';
import { StartCard } from './StartCard.tsx';

interface Props {
  readonly problems: readonly Problem[];
  readonly canRestore: boolean;
  /** False where the data host itself is gone: then only a new start helps. */
  readonly canRetry?: boolean;
}

/** For whoever helps by phone: no names, no numbers, only what went wrong and on what. */
function detailsOf(problems: readonly Problem[]): string {
  const { version, electron, system } = desk.info;
  const lines = problems.map((one) => `${one.code}：${one.message}`);
  return [`名优特小作坊创建工作台 ${version}（${system}，Electron ${electron}）`, ...lines].join('\n');
}

/** The data cannot be opened: says why, and offers every way out there is. */
export function TroubleScreen({ problems, canRestore, canRetry = true }: Props) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(detailsOf(problems)).then(
      () => message.success('已复制，可以发给维护人员'),
      () => message.warning('没有复制成功，请直接拍照或抄写上面的说明'),
    );
  };
  return (
    <StartCard title="数据暂时打不开" note="程序没有改动任何数据。请按下面的说明处理。">
      <ProblemList problems={problems} />
      <Flex gap={8} wrap>
        {canRetry && (
          <Button type="primary" onClick={() => void queries.resetQueries()}>
            重试
          </Button>
        )}
        <Button type={canRetry ? 'default' : 'primary'} onClick={() => void desk.restart()}>
          重新启动程序
        </Button>
        <Button onClick={() => void desk.openDataFolder()}>打开数据文件夹</Button>
        <Button onClick={() => void desk.openLogFolder()}>打开日志文件夹</Button>
        <Button onClick={() => void copy()}>复制详情</Button>
      </Flex>
      {canRestore && (
        <>
          <Typography.Text type="secondary">
            数据文件已损坏时，可以从备份恢复；现有的数据文件会另存保留，不会删除。
          </Typography.Text>
          <RestoreButton />
        </>
      )}
    </StartCard>
  );
}
