import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import type { Problem } from '../../db/model/problems.ts';
import { cellName, cellOf, focusCell } from './cells.ts';
import { isTable } from './pastedText.ts';
import { pasteTasks } from './pasteTasks.ts';
import { TASK_COLUMNS, type TaskColumn } from './taskColumns.ts';
import type { PlanEditor } from './usePlanEditor.ts';

interface Place {
  readonly row: number;
  readonly at: number;
  readonly column: TaskColumn;
}

function placeOf(element: EventTarget): Place | undefined {
  const cell = cellOf(element);
  const at = TASK_COLUMNS.findIndex((column) => column.field === cell?.field);
  const column = TASK_COLUMNS[at];
  return cell && column ? { row: cell.row, at, column } : undefined;
}

const isOpenList = (element: EventTarget): boolean =>
  element instanceof Element && element.getAttribute('aria-expanded') === 'true';

const arrowOf = (key: string): 1 | -1 | 0 => (key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0);

interface TaskKeys {
  /** A new row below this one, its first cell with the cursor. */
  readonly addBelow: (row: number) => void;
  /** In the capturing phase: before the field itself answers the key. */
  readonly onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLElement>) => void;
}

/**
 * The table's own keys. Enter: next cell, a new row after the last; Ctrl+Enter: new row below; Alt+↑/↓: move the row;
 * ↑/↓ in one-line cells: the row above or below; Shift+Enter: a line break inside a cell.
 */
export function useTaskKeys(
  editor: PlanEditor,
  onProblems: (problems: readonly Problem[]) => void,
): TaskKeys {
  const wanted = useRef<string | undefined>(undefined);
  // A row that was just added or moved is there only after the next drawing.
  useEffect(() => {
    if (wanted.current && focusCell(wanted.current)) wanted.current = undefined;
  });
  const { tasks } = editor.content;
  const goTo = (row: number, column: TaskColumn | undefined): void => {
    if (!column) return;
    const name = cellName(row, column.field);
    if (!focusCell(name)) wanted.current = name;
  };
  const addBelow = (row: number): void => {
    editor.insert(row + 1);
    wanted.current = cellName(row + 1, 'category');
  };
  const next = ({ row, at }: Place): void => {
    if (at + 1 < TASK_COLUMNS.length) goTo(row, TASK_COLUMNS[at + 1]);
    else if (row + 1 < tasks.length) goTo(row + 1, TASK_COLUMNS[0]);
    else addBelow(row);
  };
  const move = ({ row, column }: Place, by: 1 | -1): void => {
    if (row + by < 0 || row + by >= tasks.length) return;
    editor.move(row, by);
    wanted.current = cellName(row + by, column.field);
  };
  /** True when the key was one of the table's. */
  const answer = (event: KeyboardEvent<HTMLElement>, place: Place): boolean => {
    const arrow = arrowOf(event.key);
    if (arrow !== 0 && event.altKey) move(place, arrow);
    else if (isOpenList(event.target)) return false;
    else if (arrow !== 0 && (place.column.kind === 'money' || place.column.kind === 'name')) {
      goTo(Math.max(0, place.row + arrow), place.column);
    } else if (event.key === 'Enter' && event.ctrlKey) addBelow(place.row);
    else if (event.key === 'Enter' && !event.shiftKey) next(place);
    else return false;
    return true;
  };
  return {
    addBelow,
    onKeyDownCapture: (event) => {
      const place = placeOf(event.target);
      if (!place || event.nativeEvent.isComposing || !answer(event, place)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onPaste: (event) => {
      const place = placeOf(event.target);
      const text = event.clipboardData.getData('text/plain');
      if (!place || !isTable(text, place.column.kind === 'text')) return;
      event.preventDefault();
      const pasted = pasteTasks(text, place.column.field);
      onProblems(pasted.ok ? [] : pasted.problems);
      if (pasted.ok) editor.paste(place.row, pasted.value);
    },
  };
}
