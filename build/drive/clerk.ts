import type { Locator, Page } from 'playwright-core';

/** What a clerk's hand and eye do in the window, for the tests of the window and the pictures of the manual. */

/** Anything that has the program's window. */
export interface Desk {
  readonly page: Page;
}

type Within = Locator | Page;

/** What the window shows on top: a dialog or drawer where there is one. */
export const dialog = ({ page }: Desk, name: string | RegExp): Locator => page.getByRole('dialog', { name });

/** Presses a button; there must be one of this name alone. */
export const press = (within: Within, name: string | RegExp): Promise<void> =>
  within.getByRole('button', { name }).click();

/** Fills fields by their labels; a private field or a date is a textbox like any other. */
export async function fill(within: Within, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    const field = within.getByLabel(label, { exact: true });
    await field.fill(text);
    // A date is taken when the field is left.
    await field.press('Tab');
  }
}

/** Presses the dialog's main button and waits until it is gone; `fields` are filled in before. */
export async function settle(
  asked: Locator,
  button: string | RegExp,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  await fill(asked, fields);
  await press(asked, button);
  await asked.waitFor({ state: 'hidden' });
}

/** Opens a page from the left menu; the entry's count is part of its name. */
export const open = ({ page }: Desk, entry: string): Promise<void> =>
  page
    .getByRole('menuitem', { name: new RegExp(`${entry}( \\d+)?$`) })
    .first()
    .click();

/** Opens a tab of the page. */
export const tab = ({ page }: Desk, name: string | RegExp): Promise<void> =>
  page.getByRole('tab', { name }).first().click();

/** The row of a list that shows this text. antd's long lists are not tables to the accessibility tree. */
export const row = ({ page }: Desk, text: string): Locator =>
  page.locator('.ant-table-row', { hasText: text }).first();

/** Ticks rows of a list by their text. */
export async function tick(desk: Desk, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) await row(desk, text).getByRole('checkbox').check();
}

/** Waits until a text is shown. */
export const seen = (within: Within, text: string | RegExp): Promise<void> =>
  within.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 30_000 });

/** Waits until the program stands behind what asked for the recovery code. */
export const arrived = ({ page }: Desk): Promise<void> =>
  page.getByRole('navigation', { name: '主菜单' }).waitFor();

/** Opens the data with the code of the recovery sheet: the machines of tests have no keychain. */
export async function unlock(desk: Desk, code: string): Promise<void> {
  await desk.page.getByRole('textbox', { name: '恢复码' }).fill(code);
  await press(desk.page, '打开');
  await arrived(desk);
}
