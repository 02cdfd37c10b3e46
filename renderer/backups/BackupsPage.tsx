import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import type { BackupView } from '../../db/model/contract/backup.ts';
import { api, client, problemsOf } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FileButton, FolderButton } from '../shared/FilePick.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ProgressModal } from '../shared/ProgressModal.tsx';
import { useLongWork } from '../shared/useLongWork.ts';
import { BackupTable } from './BackupTable.tsx';
import { RecoveryCodePanel } from './RecoveryCodePanel.tsx';
import { RestoreModal, type RestoreSource } from './RestoreModal.tsx';
import { RestorePending } from './RestorePending.tsx';

/** 备份与恢复 */
export function BackupsPage() {
  const { message } = App.useApp();
  const { restorePending } = useOffice();
  const list = useQuery(api.backups.list.queryOptions());
  const work = useLongWork();
  const checking = useLongWork();
  const [verified, setVerified] = useState<string | null>(null);
  const [source, setSource] = useState<RestoreSource | null>(null);

  /** Only the latest work speaks. */
  const clear = () => {
    work.clear();
    checking.clear();
    setVerified(null);
  };
  const make = async (folder: string | null, where: string) => {
    clear();
    const done = await work.run('正在备份', (signal) => client.backups.make({ folder }, { signal }));
    if (done?.ok) message.success(`已备份到${where}：${done.value.fileName}`);
  };
  const verify = async ({ fileName }: BackupView) => {
    clear();
    const done = await checking.run('正在校验备份', (signal) =>
      client.backups.verify({ fileName }, { signal }),
    );
    if (done?.ok) setVerified(`备份完好：${fileName}，${done.value.fileCount}个文件与清单一致。`);
  };
  const restoreOf = (backup: BackupView) =>
    setSource({ input: { fileName: backup.fileName }, name: backup.fileName });
  return (
    <>
      <PageHeader title="备份与恢复" note="每天第一次打开、批量导入和恢复之前，程序都会自动备份">
        <FileButton purpose="backup" onPicked={({ token, name }) => setSource({ input: { token }, name })}>
          从备份文件恢复…
        </FileButton>
        <FolderButton purpose="backup" onPicked={({ token, name }) => void make(token, `“${name}”`)}>
          备份到U盘…
        </FolderButton>
        <Button type="primary" onClick={() => void make(null, '本机')}>
          立即备份
        </Button>
      </PageHeader>
      {restorePending && <RestorePending />}
      <ProblemList problems={list.isError ? problemsOf(list.error) : []} />
      <ProblemList problems={work.problems} title="没有备份" onClose={work.clear} />
      <ProblemList problems={checking.problems} title="备份没有通过校验" onClose={checking.clear} />
      {verified !== null && (
        <Alert
          className="page-message"
          type="success"
          showIcon
          title={verified}
          closable={{ onClose: () => setVerified(null), 'aria-label': '关闭提示' }}
        />
      )}
      <div className="panel stack">
        <BackupTable rows={list.data} onVerify={(row) => void verify(row)} onRestore={restoreOf} />
      </div>
      <RecoveryCodePanel />
      <ProgressModal work={work} />
      <ProgressModal work={checking} />
      <RestoreModal source={source} onClose={() => setSource(null)} />
    </>
  );
}
