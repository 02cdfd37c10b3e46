import type { KeyboardEvent } from 'react';

const FIELDS = 'input:not([disabled]):not([type=hidden]), textarea:not([disabled]), [data-enter-stop]';

/** Enter in a one-line field goes on to the next one. For a form's `onKeyDown`. */
export function enterMoves(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey) return;
  const { target } = event;
  if (!(target instanceof HTMLInputElement) || target.type === 'checkbox' || target.type === 'submit') return;
  event.preventDefault();
  // A list of choices is open: Enter chooses; the next Enter moves on.
  if (target.getAttribute('aria-expanded') === 'true') return;
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>(FIELDS)].filter(
    (field) => field.offsetParent !== null,
  );
  const next = fields[fields.indexOf(target) + 1];
  // The same key opens a closed list of choices; it shuts again only if it is left once it is open.
  if (target.role === 'combobox') setTimeout(() => next?.focus());
  else next?.focus();
}
