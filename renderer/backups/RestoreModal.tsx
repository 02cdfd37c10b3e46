import { Modal } from 'antd';
import { useState } from 'react';
import { client } from '../api.ts';
import { desk } from '../desk.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ProgressModal } from '../shared/ProgressModal.tsx';
import { useLongWork } from '../shared/useLongWork.ts';

export interface RestoreSource {
  readonly input: { readonly fileName: string } | { readonly token: string };
  readonly name: string;
}

interface Props {
  readonly source: RestoreSource | null;
  readonly onClose: () => void;
}

/** Says what a restore does before doing it, then has a checked copy built that the next start swaps in. */
export function RestoreModal({ source, onClose }: Props) {
  const work = useLongWork();
  const [prepared, setPrepared] = useState(false);
  const prepare = async () => {
    if (!source) return;
    const done = await work.run('正在检查备份并准备恢复', (signal) =>
      client.backups.prepareRestore(source.input, { signal }),
    );
    if (done?.ok) setPrepared(true);
  };
  const close = () => {
    setPrepared(false);
    work.clear();
    onClose();
  };
  return (
    <>
      <Modal
        open={source !== null && work.running === null}
        title={prepared ? '备份检查无误，已准备好恢复' : '从备份恢复'}
        okText={prepared ? '现在重新启动' : '检查备份并准备恢复'}
        cancelText={prepared ? '稍后重新启动' : '取消'}
        okButtonProps={prepared ? { type: 'primary' } : { type: 'default' }}
        cancelButtonProps={{ autoFocus: true }}
        onOk={() => void (prepared ? desk.restart() : prepare())}
        onCancel={close}
      >
        <ProblemList problems={work.problems} title="没有恢复，现有数据没有改动" />
        {prepared ? (
          <p>重新启动后，数据回到备份时的样子。现有数据已另存为一份“恢复前”备份，随时可以再恢复回来。</p>
        ) : (
          <ul className="plain-list">
            <li>备份文件：{source?.name}</li>
            <li>恢复后，这份备份之后录入的内容不再显示。</li>
            <li>现有数据会先存为一份“恢复前”备份，可以再恢复回来。</li>
            <li>程序先检查备份是否完好，重新启动后才生效；此前可以取消。</li>
          </ul>
        )}
      </Modal>
      <ProgressModal work={work} />
    </>
  );
}
