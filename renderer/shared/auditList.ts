import { addressChanges, changesText } from '../../db/model/changes.ts';
import type { AuditRow } from '../../db/model/contract/system.ts';
import { momentText } from './format.ts';
import { listContent, type ValueColumn } from './listValues.ts';

const COLUMNS: readonly ValueColumn<AuditRow>[] = [
  { key: 'at', title: '时间', value: (row) => momentText(row.at) },
  { key: 'staffName', title: '经办人', value: (row) => row.staffName },
  { key: 'kind', title: '类别', value: (row) => row.kind },
  { key: 'name', title: '小作坊', value: (row) => row.workshopName },
  { key: 'sentence', title: '办理内容', value: (row) => row.sentence },
  {
    key: 'changes',
    title: '变更（从→到）',
    value: (row) => changesText(addressChanges(row.changes, 'others')),
  },
  {
    key: 'address',
    title: '地址变更',
    value: (row) => changesText(addressChanges(row.changes, 'address')),
  },
];

/** 操作记录 for Excel. */
export const auditContent = (rows: readonly AuditRow[]) => listContent(COLUMNS, rows);
