import { useEffect, useId, useRef } from 'react';
import { type Problem, problem } from '../../db/model/problems.ts';

/** What stands in a field and cannot be read. It stays there, and until it is put right nothing beside it is saved. */
interface Unreadable {
  readonly text: string;
  readonly expected: string;
}

const fields = new Map<string, { readonly element: HTMLElement; readonly unreadable: Unreadable }>();

const LAYERS = '.ant-modal-wrap, .ant-drawer-open';

/** What a dialog lies over waits; it is looked at again once the dialog is closed. */
function isOnTop(element: HTMLElement): boolean {
  const top = [...document.querySelectorAll(LAYERS)].filter((one) => one.checkVisibility()).at(-1);
  return element.checkVisibility() && (!top || top.contains(element));
}

function nameOf(element: HTMLElement): string {
  const labels = element instanceof HTMLInputElement ? element.labels : null;
  return element.getAttribute('aria-label') ?? labels?.[0]?.textContent?.trim() ?? '这一栏';
}

/** The fields on the screen that cannot be read, as sentences: a save is refused with them, and goes to the first. */
export function goToUnreadable(): readonly Problem[] {
  const found = [...fields.values()].filter(({ element }) => isOnTop(element));
  found[0]?.element.scrollIntoView({ block: 'center' });
  found[0]?.element.focus({ preventScroll: true });
  return found.map(({ element, unreadable: { text, expected } }) =>
    problem('field.unreadable', `${nameOf(element)}填的“${text}”没有看懂，${expected}。`, {
      field: nameOf(element),
      found: text,
      expected,
    }),
  );
}

/** Reports the field for as long as its text cannot be read. The element is the input the ref lies in or around. */
export function useUnreadable(unreadable: Unreadable | null) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current?.querySelector('input');
    if (!unreadable || !element) return;
    fields.set(id, { element, unreadable });
    return () => void fields.delete(id);
  }, [id, unreadable]);
  return box;
}
