import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { formatCode } from '../../db/model/checkCode.ts';
import type { RevisionView } from '../../db/model/contract/plans.ts';
import type { PrintLogRow } from '../../db/model/contract/printRoom.ts';
import type { RevisionId, WorkshopId } from '../../db/model/ids.ts';
import { REVISION_STATES } from '../../db/model/plan.ts';
import { revisionSubject } from '../../db/model/printing.ts';
import { SIGNATURE_ROLES } from '../../db/model/terms.ts';
import { api } from '../api.ts';
import { printLogText } from '../papers/PrintLog.tsx';
import { orBlank } from '../shared/format.ts';
import { ScanModal } from '../works/ScanModal.tsx';

/** `主管领导 王示例 2021-05-20 同意`. */
const signatureText = ({
  role,
  signerName,
  signedOn,
  outcome,
  opinion,
}: RevisionView['signatures'][number]): string =>
  `${SIGNATURE_ROLES[role]}${outcome === 'return' ? '退回' : ''}：${signerName}，${signedOn}${opinion ? `，${opinion}` : ''}`;

const scanText = ({ scanConfirmedOn }: RevisionView): string =>
  scanConfirmedOn === null ? '签字扫描件' : '扫描件已核对';

const printsOf = (log: readonly PrintLogRow[], { id }: RevisionView): readonly PrintLogRow[] =>
  log.filter((one) => one.subject === revisionSubject(id));

/** Beside the signatures: how often the paper they stand on was printed. */
const PrintedNote = ({ rows }: { readonly rows: readonly PrintLogRow[] }) =>
  rows.length > 0 && <span className="quiet">打印记录：{printLogText(rows)}</span>;

const columns = (
  log: readonly PrintLogRow[],
  onShow: (id: RevisionId) => void,
  onScan: (revision: RevisionView) => void,
): ColumnsType<RevisionView> => [
  { title: '版本', width: 70, render: (_, one) => `第${one.number}版` },
  {
    title: '状态',
    width: 100,
    render: (_, { state }) => (
      <Tag color={state === 'returned' ? 'error' : 'default'}>{REVISION_STATES[state]}</Tag>
    ),
  },
  { title: '提交日期', width: 110, render: (_, one) => orBlank(one.submittedOn) },
  {
    title: '校验码',
    width: 200,
    render: (_, one) => (
      <span className="check-code">{one.checkCode === null ? '—' : formatCode(one.checkCode)}</span>
    ),
  },
  {
    title: '签字和意见',
    render: (_, one) => (
      <>
        <ul className="signatures">
          {one.signatures.map((signature) => (
            <li key={`${signature.role}${signature.outcome}`}>{signatureText(signature)}</li>
          ))}
        </ul>
        <PrintedNote rows={printsOf(log, one)} />
      </>
    ),
  },
  { title: '修改原因', width: 180, render: (_, one) => orBlank(one.reason) },
  {
    title: '',
    width: 200,
    render: (_, one) => (
      <Flex gap={8}>
        <Button size="small" aria-label={`查看第${one.number}版`} onClick={() => onShow(one.id)}>
          查看
        </Button>
        {one.submittedOn !== null && (
          <Button size="small" aria-label={`第${one.number}版${scanText(one)}`} onClick={() => onScan(one)}>
            {scanText(one)}
          </Button>
        )}
      </Flex>
    ),
  },
];

interface Props {
  readonly workshopId: WorkshopId;
  readonly revisions: readonly RevisionView[];
  readonly onShow: (id: RevisionId) => void;
}

/** Every revision with its check code and signatures, the newest first. */
export function RevisionHistory({ workshopId, revisions, onShow }: Props) {
  const log = useQuery(api.printRoom.log.queryOptions({ input: { workshopId } }));
  const [scanned, setScanned] = useState<RevisionId>();
  const open = revisions.find((one) => one.id === scanned);
  return (
    <>
      <Table<RevisionView>
        size="small"
        title={() => '版本和签批记录'}
        dataSource={revisions.toReversed()}
        rowKey="id"
        columns={columns(log.data ?? [], onShow, (revision) => setScanned(revision.id))}
        pagination={false}
        scroll={{ x: 1120 }}
      />
      {open && <ScanModal revision={open} onClose={() => setScanned(undefined)} />}
    </>
  );
}
