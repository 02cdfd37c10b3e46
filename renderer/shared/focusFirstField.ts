const FIELDS = 'input:not([type="radio"]), input[type="radio"]:checked, textarea, [contenteditable="true"]';

const isFree = (field: HTMLElement): boolean =>
  !field.matches(':disabled, [readonly]:not([role="combobox"])') && field.checkVisibility();

/**
 * For a dialog's `afterOpenChange`: its first field has the keyboard, so that typing can begin at once. Only then: while
 * the dialog comes up antd puts the focus on its frame.
 */
export function focusFirstField(opened: boolean): void {
  if (!opened) return;
  const dialogs = [...document.querySelectorAll<HTMLElement>('.ant-modal')].filter((one) =>
    one.checkVisibility(),
  );
  const fields = dialogs.at(-1)?.querySelectorAll<HTMLElement>(`.ant-modal-body :is(${FIELDS})`) ?? [];
  [...fields].find(isFree)?.focus();
}
