import { Typography } from 'antd';
import type { ShownImportPreview } from '../../db/model/contract/imports.ts';

const NAMED = 6;

/** Rows that are no applicants, said in one line so that none disappears unseen. */
export function SkippedRows({ skipped }: Pick<ShownImportPreview, 'skipped'>) {
  if (skipped.length === 0) return null;
  const named = skipped.slice(0, NAMED).map(({ row, reason }) => `第${row}行（${reason}）`);
  const more = skipped.length > NAMED ? `等${skipped.length}行` : '';
  return (
    <Typography.Paragraph type="secondary" className="skipped">
      不作为申请的行：{named.join('、')}
      {more}
    </Typography.Paragraph>
  );
}
