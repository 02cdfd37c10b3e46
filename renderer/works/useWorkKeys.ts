import { type ClipboardEvent, type KeyboardEvent, useCallback } from 'react';
import type { TaskWorks } from '../../db/model/contract/works.ts';
import type { Problem } from '../../db/model/problems.ts';
import { focusCell } from '../plans/cells.ts';
import { isTable } from '../plans/pastedText.ts';
import { pasteWorks } from './pasteWorks.ts';
import type { WorksEditor } from './useWorksEditor.ts';
import { WORK_COLUMNS, type WorkColumn, type WorkField } from './workColumns.ts';

/** How a cell of the table is found in the window. */
export const workCell = (row: number, field: WorkField): string => `work-${row}-${field}`;

interface Place {
  readonly row: number;
  readonly at: number;
  readonly column: WorkColumn;
}

function placeOf(element: EventTarget): Place | undefined {
  if (!(element instanceof Element)) return undefined;
  const name = element.closest('[data-cell]')?.getAttribute('data-cell') ?? '';
  const [, row, field] = /^work-(\d+)-(\w+)$/.exec(name) ?? [];
  const at = WORK_COLUMNS.findIndex((column) => column.field === field);
  const column = WORK_COLUMNS[at];
  return row !== undefined && column ? { row: Number(row), at, column } : undefined;
}

/** Rows that take no typing are stepped over. */
function goTo(row: number, field: WorkField, step: 1 | -1, rows: number): void {
  for (let next = row; next >= 0 && next < rows; next += step) if (focusCell(workCell(next, field))) return;
}

/** Enter: next cell; ↑/↓: the row above or below; a table on the clipboard is laid over the rows. */
export function useWorkKeys(
  tasks: readonly TaskWorks[],
  editor: WorksEditor,
  onProblems: (problems: readonly Problem[]) => void,
) {
  const answer = (event: KeyboardEvent<HTMLElement>, { row, at, column }: Place): boolean => {
    if (event.key === 'Enter') {
      const next = WORK_COLUMNS[at + 1];
      const [first] = WORK_COLUMNS;
      if (next) goTo(row, next.field, 1, tasks.length);
      else if (first) goTo(row + 1, first.field, 1, tasks.length);
      return true;
    }
    if (column.kind === 'date' || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return false;
    const step = event.key === 'ArrowDown' ? 1 : -1;
    goTo(row + step, column.field, step, tasks.length);
    return true;
  };
  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>): void => {
    const place = placeOf(event.target);
    if (!place || event.nativeEvent.isComposing || !answer(event, place)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const takeText = useCallback(
    (text: string, row: number, field: WorkField): void => {
      const pasted = pasteWorks(text, tasks, row, field);
      onProblems(pasted.ok ? [] : pasted.problems);
      if (pasted.ok) editor.paste(pasted.value);
    },
    [tasks, editor, onProblems],
  );
  const onPaste = (event: ClipboardEvent<HTMLElement>): void => {
    const place = placeOf(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (!place || !isTable(text, place.column.kind === 'text')) return;
    event.preventDefault();
    takeText(text, place.row, place.column.field);
  };
  return { onKeyDownCapture, onPaste };
}
