import { Button, Checkbox, Flex } from 'antd';
import type { ShownImportPreview } from '../../db/model/contract/imports.ts';
import type { Import } from './useImport.ts';

/** Rows hidden in the sheet were perhaps filtered away on purpose; and rows left out can be taken back. */
export function HiddenRowsChoice({
  work,
  preview,
}: {
  readonly work: Import;
  readonly preview: ShownImportPreview;
}) {
  const leaveOut = work.choices.hiddenRows === 'leaveOut';
  const leftOut = work.choices.leftOut ?? [];
  const hasHidden = leaveOut || preview.rows.some((row) => row.hidden);
  return (
    <Flex gap={8} align="center">
      {hasHidden && (
        <Checkbox
          checked={!leaveOut}
          onChange={(event) => work.choose({ hiddenRows: event.target.checked ? 'take' : 'leaveOut' })}
        >
          导入隐藏行
        </Checkbox>
      )}
      {leftOut.length > 0 && (
        <Button type="link" onClick={() => work.choose({ leftOut: [] })}>
          恢复不导入的{leftOut.length}行
        </Button>
      )}
    </Flex>
  );
}
