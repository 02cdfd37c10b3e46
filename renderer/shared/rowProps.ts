import type { KeyboardEvent } from 'react';

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const row = event.currentTarget;
  const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

/** What a row answers to: click, Enter, Space for its check mark, and the arrow keys to its neighbours. */
export function rowProps<Row>(row: Row, onOpen: ((row: Row) => void) | undefined) {
  if (!onOpen) return {};
  return {
    tabIndex: 0,
    className: 'row-open',
    onClick: () => onOpen(row),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget) return;
      if (event.key === 'Enter') onOpen(row);
      if (event.key === ' ') {
        // Else the list scrolls by a page.
        event.preventDefault();
        event.currentTarget.querySelector<HTMLElement>('input[type=checkbox]')?.click();
      }
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveFocus(event);
    },
  };
}
