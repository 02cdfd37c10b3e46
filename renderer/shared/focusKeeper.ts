/**
 * Gives the keyboard back when the thing that had it is drawn anew or goes: a row of a list after an act, the button that
 * opened a dialog. Back to the same button, else to the row, else to the list's search box or the page's heading.
 */

/** Where the keyboard was: found again by its row when the element itself was drawn anew. */
interface Place {
  readonly element: HTMLElement;
  readonly rowKey: string | undefined;
  readonly list: HTMLElement | undefined;
}

interface Memory {
  readonly last: Place;
  /** The last row that was gone to or worked on; those the Tab key only passes through do not count. */
  readonly row: Place | undefined;
}

/** A dialog, drawer or open menu has a memory of its own: what lies below it cannot be reached meanwhile. */
const LAYER = '.ant-modal-wrap, .ant-drawer, .ant-dropdown, .ant-popover, .ant-select-dropdown';
const DIALOG = '.ant-modal-wrap, .ant-drawer-open';
const LOADING = '.ant-spin-spinning, .ant-skeleton';
const ROW = '[data-row-key]';
const LIST = '.data-table';
const PASSING: ReadonlySet<string> = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta']);
const STOPS = 'button, input, textarea, [tabindex="0"]';
/** Long enough for a list that is fetched anew; whoever types meanwhile has a place of their own. */
const PATIENCE_MS = 400;

const reveals = new WeakMap<HTMLElement, (rowKey: string) => boolean>();

/** A virtual list draws some of its rows only: how it brings one of them into sight, false where it has none such. */
export function revealRowsOf(list: HTMLElement, reveal: (rowKey: string) => boolean): () => void {
  reveals.set(list, reveal);
  return () => void reveals.delete(list);
}

const isUsable = (element: HTMLElement): boolean =>
  element.isConnected &&
  element.checkVisibility({ visibilityProperty: true }) &&
  !element.matches(':disabled');

/** True when it really took the keyboard. Never scrolls: the clerk's eyes stay where they are. */
function focus(element: HTMLElement | null | undefined): boolean {
  if (!element || !isUsable(element)) return false;
  element.focus({ preventScroll: true });
  return document.activeElement === element;
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

const placeOf = (element: HTMLElement): Place => ({
  element,
  rowKey: element.closest<HTMLElement>(ROW)?.dataset.rowKey,
  list: element.closest<HTMLElement>(LIST) ?? undefined,
});

/** The dialog on top, or the page. */
const topLayer = (): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>(DIALOG)].filter((one) => one.checkVisibility()).at(-1) ??
  document.body;

function focusRow({ rowKey }: Place, layer: HTMLElement): boolean {
  if (rowKey === undefined) return false;
  const row = layer.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(rowKey)}"]`);
  return focus(row) || focus(row?.querySelector<HTMLElement>(STOPS));
}

/** Brings a row into sight that moved out of it; once it is drawn there, the next look finds it. */
const revealRow = ({ rowKey, list }: Place): boolean =>
  rowKey !== undefined && list !== undefined && (reveals.get(list)?.(rowKey) ?? false);

const focusSame = ({ last, row }: Memory, layer: HTMLElement): boolean =>
  focus(last.element) || [last, row].some((place) => place && focusRow(place, layer));

/** When neither the element nor its row is left, or on a page just come to. */
function focusNearby(memory: Memory | undefined, layer: HTMLElement): void {
  if (layer !== document.body) return;
  const boxes = [memory?.last, memory?.row].map((place) =>
    place?.list?.querySelector<HTMLElement>('.table-search input'),
  );
  if (!boxes.some(focus)) focus(document.querySelector<HTMLElement>('[role=main] h1'));
}

export interface FocusKeeper {
  /** Another page: what the keyboard was on is no longer meant. */
  newPage(): void;
  stop(): void;
}

/** Watches the whole window. */
export function keepFocus(): FocusKeeper {
  let memories = new WeakMap<HTMLElement, Memory>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let soon: ReturnType<typeof setTimeout> | undefined;
  // Before the first key or click nothing is lost, and a click on an empty spot puts the keyboard nowhere on purpose.
  let wanted = false;
  let tabbing = false;
  // Scrolled by the mouse since the last key or click: a row that left the list by that has the keyboard again when it
  // is scrolled back, and nothing else has it meanwhile.
  let scrolled = false;

  function onFocusIn({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement) || target === document.body) return;
    clearTimeout(timer);
    wanted = true;
    scrolled = false;
    const layer = target.closest<HTMLElement>(LAYER) ?? document.body;
    const last = placeOf(target);
    const row = last.rowKey === undefined || tabbing ? memories.get(layer)?.row : last;
    memories.set(layer, { last, row });
  }

  function onKeyDown({ key, target }: KeyboardEvent): void {
    tabbing = PASSING.has(key);
    scrolled = false;
    if (tabbing || !(target instanceof HTMLElement)) return;
    const layer = target.closest<HTMLElement>(LAYER) ?? document.body;
    const last = placeOf(target);
    if (last.rowKey !== undefined) memories.set(layer, { last, row: last });
  }
  const onPointerDown = (): void => {
    tabbing = false;
    scrolled = false;
  };

  function onFocusOut({ target, relatedTarget }: FocusEvent): void {
    if (relatedTarget !== null || !(target instanceof HTMLElement)) return;
    setTimeout(() => {
      if (!isLost()) return;
      if (isUsable(target)) wanted = false;
      else look();
    });
  }

  /** Not at once: between two fields the keyboard is nowhere for a moment, and a field that is left may be drawn anew. */
  function lookSoon(): void {
    if (!wanted || !isLost()) return;
    clearTimeout(soon);
    soon = setTimeout(look);
  }

  function look(): void {
    if (!wanted || !isLost()) return;
    const layer = topLayer();
    const memory = memories.get(layer);
    if (memory && focusSame(memory, layer)) return;
    if (scrolled) return;
    for (const place of [memory?.last, memory?.row]) if (place && revealRow(place)) break;
    wait();
  }
  function wait(): void {
    clearTimeout(timer);
    timer = setTimeout(lookNearby, PATIENCE_MS);
  }
  function lookNearby(): void {
    if (!wanted || scrolled || !isLost()) return;
    const layer = topLayer();
    if (document.querySelector(LOADING)) wait();
    else focusNearby(memories.get(layer), layer);
  }

  const onWheel = (): void => {
    scrolled = true;
  };
  /** The bar of a virtual list is drawn by the list and dragged like anything else. */
  const onDrag = ({ buttons }: PointerEvent): void => {
    if (buttons > 0) onWheel();
  };
  const observer = new MutationObserver(lookSoon);
  observer.observe(document.body, { childList: true, subtree: true });
  const listening = new AbortController();
  const seen = { capture: true, passive: true, signal: listening.signal };
  document.addEventListener('focusin', onFocusIn, seen);
  document.addEventListener('focusout', onFocusOut, seen);
  document.addEventListener('keydown', onKeyDown, seen);
  document.addEventListener('pointerdown', onPointerDown, seen);
  document.addEventListener('wheel', onWheel, seen);
  document.addEventListener('pointermove', onDrag, seen);
  return {
    newPage: () => {
      memories = new WeakMap();
      wanted = true;
      scrolled = false;
      lookSoon();
    },
    stop: () => {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(soon);
      listening.abort();
    },
  };
}
