import type { TaskField } from './taskColumns.ts';

/** How a cell of the task table, or a field above it, is found in the window. */
export const cellName = (row: number, field: TaskField): string => `task-${row}-${field}`;

const INPUTS = 'input, textarea';

/** Puts the cursor into the named cell; false when it is not there (yet). */
export function focusCell(name: string): boolean {
  const cell = document.querySelector(`[data-cell="${name}"]`);
  const input = cell?.querySelector<HTMLElement>(INPUTS);
  if (!input) return false;
  input.focus();
  input.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
}

/** The name of the cell that holds this element. */
export function cellOf(element: EventTarget): { readonly row: number; readonly field: string } | undefined {
  if (!(element instanceof Element)) return undefined;
  const name = element.closest('[data-cell]')?.getAttribute('data-cell') ?? '';
  const [, row, field] = /^task-(\d+)-(\w+)$/.exec(name) ?? [];
  return row === undefined || field === undefined ? undefined : { row: Number(row), field };
}
