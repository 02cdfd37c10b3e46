import type { CDPSession, Page } from 'playwright-core';
import { z } from 'zod';

/** What has the focus, as a screen reader is told of it. */
interface Focused {
  readonly role: string;
  readonly name: string;
  /** A row that opens has no role of its own: it is known by its text. */
  readonly text: string;
}

const Handle = z.object({ result: z.object({ objectId: z.string().optional() }) });
const Said = z.object({ value: z.string().optional() }).optional();
const Tree = z.object({ nodes: z.array(z.object({ role: Said, name: Said })) });

/** More stops than any screen of a single workshop has. */
const MOST_STOPS = 150;
const MOST_CHOICES = 40;
const POINTERS = 'data-pointer-events';

/** A clerk without a mouse: keys, and what they lead to. */
export interface Keyboard {
  focused(): Promise<Focused>;
  /** Presses Tab until the focused element has this name; fails by telling every stop on the way. */
  tabTo(name: string | RegExp, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Waits until the program itself has put the focus here. */
  focusOn(name: string | RegExp): Promise<void>;
  /** Goes to a control and presses it. */
  push(name: string | RegExp, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  /** Goes to each field by its label and types over what stands there. */
  fill(fields: Readonly<Record<string, string>>): Promise<void>;
  type(text: string): Promise<void>;
  /** Takes this choice of the list that is open. */
  option(choice: string): Promise<void>;
  /** Ctrl+K, a name, Enter. */
  goTo(name: string): Promise<void>;
  seen(text: string | RegExp): Promise<void>;
  gone(text: string | RegExp): Promise<void>;
  /** How often a mouse, pen or finger touched the page since it was watched. */
  pointerEvents(): Promise<number>;
}

const fits = (wanted: string | RegExp, { name, text }: Focused): boolean =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name === '' ? text : name);

const toText = ({ role, name, text }: Focused): string => `${role} “${name || text}”`;

async function focusedIn(page: Page, session: CDPSession): Promise<Focused> {
  const handle = Handle.parse(
    await session.send('Runtime.evaluate', { expression: 'document.activeElement' }),
  );
  const { objectId } = handle.result;
  if (objectId === undefined) return { role: '', name: '', text: '' };
  const tree = Tree.parse(
    await session.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false }),
  );
  const [node] = tree.nodes;
  const text = await page.evaluate(() => {
    const { activeElement } = document;
    const isRow = activeElement instanceof HTMLElement && activeElement.classList.contains('row-open');
    return isRow ? activeElement.innerText.replaceAll(/\s+/g, ' ') : '';
  });
  // A required field's name begins with the star that its label is drawn with.
  const name = (node?.name?.value ?? '').replace(/^\*/, '').trim();
  return { role: node?.role?.value ?? '', name, text };
}

async function watchPointers(page: Page): Promise<void> {
  await page.evaluate((attribute) => {
    const root = document.documentElement;
    root.setAttribute(attribute, '0');
    for (const type of ['pointerdown', 'mousedown', 'touchstart']) {
      const count = (): void =>
        root.setAttribute(attribute, String(Number(root.getAttribute(attribute)) + 1));
      window.addEventListener(type, count, { capture: true });
    }
  }, POINTERS);
}

/** Takes the mouse away from a window: whatever pointer touches it from now on is counted. */
export async function keyboardOf(page: Page): Promise<Keyboard> {
  const session = await page.context().newCDPSession(page);
  await watchPointers(page);
  const focused = (): Promise<Focused> => focusedIn(page, session);
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const seen = (text: string | RegExp): Promise<void> =>
    page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 20_000 });
  const tabTo = async (name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
    const passed: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      const at = await focused();
      if (fits(name, at)) return;
      passed.push(toText(at));
      await press(key);
    }
    throw new Error(`${key} does not lead to ${String(name)}, but to:\n${[...new Set(passed)].join('\n')}`);
  };
  return {
    focused,
    tabTo,
    press,
    seen,
    gone: async (text) => {
      const shown = page.getByText(text).filter({ visible: true }).first();
      await shown.waitFor({ state: 'hidden', timeout: 20_000 });
    },
    focusOn: async (name) => {
      const deadline = Date.now() + 10_000;
      for (;;) {
        const at = await focused();
        if (fits(name, at)) return;
        if (Date.now() > deadline) throw new Error(`The focus is on ${toText(at)}, not on ${String(name)}`);
        await page.waitForTimeout(50);
      }
    },
    push: async (name, key) => {
      await tabTo(name, key);
      await press('Enter');
    },
    fill: async (fields) => {
      for (const [label, text] of Object.entries(fields)) {
        await tabTo(label);
        await press('Control+A');
        await page.keyboard.insertText(text);
      }
    },
    type: (text) => page.keyboard.insertText(text),
    option: async (choice) => {
      const wanted = page.locator('.ant-select-item-option-active', { hasText: choice });
      for (let step = 0; step < MOST_CHOICES; step++) {
        await page.locator('.ant-select-item-option-active').first().waitFor();
        if ((await wanted.count()) > 0) return press('Enter');
        await press('ArrowDown');
      }
      throw new Error(`No choice ${choice} in the list`);
    },
    goTo: async (name) => {
      await press('Control+K');
      // A Tab pressed before it is there would move the keyboard on the page behind it, where it goes back to later.
      await page.locator('.palette').waitFor();
      await tabTo('查找小作坊或页面');
      await page.keyboard.insertText(name);
      await page.locator('.palette-current', { hasText: name }).waitFor();
      await press('Enter');
      await page.locator('.palette').waitFor({ state: 'hidden' });
    },
    pointerEvents: () =>
      page.evaluate((attribute) => Number(document.documentElement.getAttribute(attribute)), POINTERS),
  };
}
