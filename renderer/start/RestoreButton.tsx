import { App, Flex } from 'antd';
import { client } from '../api.ts';
import { desk } from '../desk.ts';
import { FileButton } from '../shared/FilePick.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ProgressModal } from '../shared/ProgressModal.tsx';
import { useLongWork } from '../shared/useLongWork.ts';

/** 从备份恢复 before any data are open: picks a backup, has a checked copy built, starts anew. */
export function RestoreButton() {
  const { modal } = App.useApp();
  const work = useLongWork();
  const restore = async (token: string) => {
    const done = await work.run('正在检查备份并准备恢复', (signal) =>
      client.backups.prepareRestore({ token }, { signal }),
    );
    if (!done?.ok) return;
    if (!done.value.needsRestart) return;
    modal.info({
      title: '备份检查无误，已准备好恢复',
      content: '程序将重新启动，启动后请输入恢复单上的恢复码打开数据。',
      okText: '重新启动',
      onOk: () => desk.restart(),
    });
  };
  return (
    <Flex vertical gap={8}>
      <ProblemList problems={work.problems} title="没有恢复，数据没有改动" onClose={work.clear} />
      <FileButton purpose="backup" onPicked={({ token }) => void restore(token)}>
        从备份恢复…
      </FileButton>
      <ProgressModal work={work} />
    </Flex>
  );
}
