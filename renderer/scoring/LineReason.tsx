import { Input } from 'antd';
import { isDeducted } from '../../db/model/scoring/itemScore.ts';
import type { ScoreItem } from '../../db/model/scoring/table.ts';
import type { SheetEditor } from './useSheet.ts';

/** A deduction and an absence are explained, each in its line. */
export const wantsReason = (item: ScoreItem, { answers }: SheetEditor): boolean => {
  const given = answers.get(item.id);
  return given !== undefined && (given.answer.way === 'absent' || isDeducted(item, given.answer));
};

interface Props {
  readonly item: ScoreItem;
  readonly editor: SheetEditor;
  readonly editable: boolean;
}

/** 扣分原因 of one line, where points were lost. */
export function LineReason({ item, editor, editable }: Props) {
  const given = editor.answers.get(item.id);
  if (!given || !wantsReason(item, editor)) return null;
  if (!editable) return <span className="quiet">{given.reason}</span>;
  return (
    <Input
      data-reason
      size="small"
      maxLength={300}
      value={given.reason}
      status={given.reason.trim() === '' ? 'warning' : ''}
      placeholder={given.answer.way === 'absent' ? '为什么不适用' : '扣分原因：存在什么问题'}
      aria-label={`${item.code}扣分原因`}
      onChange={(event) => editor.giveReason(item.id, event.target.value)}
    />
  );
}
