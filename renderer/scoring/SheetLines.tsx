import { Flex, Grid, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { AttachmentView } from '../../db/model/contract/attachments.ts';
import { pointsOf } from '../../db/model/scoring/itemScore.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import type { ScoreItem, ScoreTable } from '../../db/model/scoring/table.ts';
import { fullAnswer, pressDigit, stepInBand } from './answering.ts';
import { CONTENT, itemCode, POINTS } from './itemColumns.tsx';
import { LineAnswer } from './LineAnswer.tsx';
import { LinePhotos, type LinePhotosOf, PhotosButton } from './LinePhotos.tsx';
import { LineReason, wantsReason } from './LineReason.tsx';
import type { SheetEditor } from './useSheet.ts';

interface Props {
  readonly table: ScoreTable;
  readonly editor: SheetEditor;
  readonly editable: boolean;
  readonly photos: LinePhotosOf;
  readonly onPhotos: (item: ScoreItem) => void;
  /** Enter on the last line. */
  readonly onEnd: () => void;
}

const NONE: readonly AttachmentView[] = [];

const rowAt = (box: HTMLElement | null, index: number): HTMLElement | undefined =>
  [...(box?.querySelectorAll<HTMLElement>('tr[data-line]') ?? [])][index];

/** Veto lines stand first, as on the paper. */
const inPaperOrder = (items: readonly ScoreItem[]): readonly ScoreItem[] => [
  ...items.filter((item) => item.veto),
  ...items.filter((item) => !item.veto),
];

/** The sheet's lines, filled in by the keyboard alone: numbers choose, Enter goes on, the reason is asked for in between. */
export function SheetLines({ table, editor, editable, photos, onPhotos, onEnd }: Props) {
  const box = useRef<HTMLDivElement>(null);
  /** The line that digits were typed on last: its next digit adds to the count. */
  const typing = useRef<string | null>(null);
  const items = inPaperOrder(table.items);

  const goTo = (index: number): void => {
    typing.current = null;
    if (index >= items.length) {
      onEnd();
      return;
    }
    const row = rowAt(box.current, index);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest', inline: 'start' });
  };
  // The clerk begins to type at once, where the sheet was left.
  const noAssessors = useRef(editor.sheet.head?.assessors.length === 0);
  const first = useRef(items.findIndex((item) => !editor.answers.has(item.id)));
  useEffect(() => {
    const people = document.querySelector<HTMLElement>('[data-field="assessors"] input');
    if (!editable) return;
    // Who scores comes first.
    if (people && noAssessors.current) people.focus();
    else rowAt(box.current, Math.max(0, first.current))?.focus();
  }, [editable]);
  const goOn = (item: ScoreItem, index: number): void => {
    const reason = rowAt(box.current, index)?.querySelector<HTMLInputElement>('input[data-reason]');
    if (wantsReason(item, editor) && editor.answers.get(item.id)?.reason.trim() === '' && reason)
      reason.focus();
    else goTo(index + 1);
  };
  const digit = (item: ScoreItem, value: number): void => {
    const given = editor.answers.get(item.id)?.answer;
    editor.answer(item.id, pressDigit(item, given, value, typing.current !== item.id));
    typing.current = item.id;
  };
  const toggleAbsent = (item: ScoreItem): void => {
    if (item.veto) return;
    const absent = editor.answers.get(item.id)?.answer.way === 'absent';
    editor.answer(item.id, absent ? undefined : { way: 'absent' });
  };
  const act = (key: string, item: ScoreItem, index: number): boolean => {
    const given = editor.answers.get(item.id)?.answer;
    if (/^\d$/.test(key)) digit(item, Number(key));
    else if (key === 'Enter') goOn(item, index);
    else if (key === 'ArrowDown') goTo(Math.min(index + 1, items.length - 1));
    else if (key === 'ArrowUp') goTo(index - 1);
    else if (key === ' ') editor.answer(item.id, fullAnswer(item));
    else if (key === '-') toggleAbsent(item);
    else if (key === 'Backspace' || key === 'Delete') editor.answer(item.id, undefined);
    else if (key === 'ArrowLeft') editor.answer(item.id, stepInBand(item, given, -1));
    else if (key === 'ArrowRight') editor.answer(item.id, stepInBand(item, given, 1));
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, item: ScoreItem, index: number): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (event.key.toLowerCase() === 'p' && event.target === event.currentTarget) {
      event.preventDefault();
      onPhotos(item);
      return;
    }
    if (!editable) return;
    if (event.target instanceof HTMLInputElement && event.target.type === 'text') {
      if (event.key === 'Enter') goTo(index + 1);
      else if (event.key === 'Escape') goTo(index);
      else return;
      event.preventDefault();
      return;
    }
    if (act(event.key, item, index)) event.preventDefault();
  };

  // At 200 % scaling a line is taller instead of wider than the window.
  const narrow = Grid.useBreakpoint().lg === false;
  const columns: ColumnsType<ScoreItem> = [
    {
      key: 'code',
      title: '编号',
      width: 80,
      render: (_, item) => (
        <>
          {itemCode(item)}
          <PhotosButton item={item} count={photos.get(item.id)?.length ?? 0} onOpen={() => onPhotos(item)} />
        </>
      ),
    },
    CONTENT,
    { ...POINTS, width: 56 },
    {
      key: 'answer',
      title: '现场情况与扣分原因',
      width: narrow ? 220 : 350,
      render: (_, item) => (
        <Flex vertical gap={6}>
          <LineAnswer
            item={item}
            answer={editor.answers.get(item.id)?.answer}
            editable={editable}
            onAnswer={(answer) => editor.answer(item.id, answer)}
            onAbsent={() => toggleAbsent(item)}
          />
          <LineReason item={item} editor={editor} editable={editable} />
          <LinePhotos photos={photos.get(item.id) ?? NONE} />
        </Flex>
      ),
    },
    {
      key: 'got',
      title: '得分',
      width: 60,
      align: 'center',
      render: (_, item) => {
        const given = editor.answers.get(item.id)?.answer;
        const got = given && !item.veto ? pointsOf(item, given, table.limits.absence) : null;
        return got === null ? '' : formatPoints(got);
      },
    },
  ];
  return (
    <div ref={box} className="sheet-lines">
      <Table<ScoreItem>
        size="small"
        sticky={{ offsetHeader: -12 }}
        scroll={{ x: narrow ? 560 : 720 }}
        dataSource={[...items]}
        rowKey="id"
        columns={columns}
        pagination={false}
        rowClassName={(item) => (editor.answers.has(item.id) || !editable ? '' : 'line-open')}
        onRow={(item, index = 0) => ({
          tabIndex: 0,
          'data-line': item.code,
          'aria-label': `${item.code} ${item.content}`,
          onKeyDown: (event) => onKeyDown(event, item, index),
          onFocus: (event) => {
            if (event.target === event.currentTarget) typing.current = null;
          },
        })}
      />
    </div>
  );
}
