import { useQuery } from '@tanstack/react-query';
import { Descriptions } from 'antd';
import { useState } from 'react';
import type { TableHead, TableImportPreview } from '../../db/model/contract/scoring.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import type { ScoreTableId } from '../../db/model/ids.ts';
import { errorsOf } from '../../db/model/problems.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { api, client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FileImportModal } from '../shared/FileImportModal.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { HeadFields } from './HeadFields.tsx';

interface Props {
  readonly file: PickedPath;
  readonly onClose: () => void;
  readonly onImported: (tableId: ScoreTableId) => void;
}

const headOf = ({ title, version, source }: TableImportPreview, year: number): TableHead => ({
  title: title || '吉林省名特优食品作坊验收评分表',
  version: version || `${year}`,
  source,
});

/** What a workbook would bring: all of it under a name and version, or nothing. */
export function ImportTableModal({ file, onClose, onImported }: Props) {
  const { campaign } = useOffice();
  const preview = useQuery({
    ...api.scoring.importPreview.queryOptions({ input: { token: file.token } }),
    gcTime: 0,
  });
  const apply = useAct(client.scoring.importApply);
  const [typed, setTyped] = useState<TableHead>();
  const found = preview.data;
  const head = typed ?? (found && headOf(found, campaign.year));
  const blocked = !found || found.itemCount === 0 || errorsOf(found.problems).length > 0;
  const run = async (): Promise<void> => {
    if (!head) return;
    const done = await apply.run({ token: file.token, head });
    if (done.ok) onImported(done.value.tableId);
  };
  return (
    <FileImportModal
      what="评分表"
      fileName={file.name}
      width={760}
      okText="导入"
      ready={!blocked}
      preview={preview}
      apply={apply}
      onImport={run}
      onClose={onClose}
    >
      {found && (
        <ProblemList
          problems={found.problems}
          title={errorsOf(found.problems).length > 0 ? '请在工作簿里改正后重新选择：' : '请核对：'}
        />
      )}
      {found && !blocked && head && (
        <>
          <Descriptions
            size="small"
            items={[
              { key: 'items', label: '考评项', children: `${found.itemCount}项` },
              { key: 'full', label: '满分', children: `${formatPoints(found.full)}分` },
            ]}
          />
          <HeadFields head={head} onChange={setTyped} />
        </>
      )}
    </FileImportModal>
  );
}
