import type { Locator } from 'playwright-core';
import type { Desk } from './desk.ts';

/** What the window shows on top: a dialog or drawer where there is one. */
export const dialog = ({ page }: Desk, name: string | RegExp): Locator => page.getByRole('dialog', { name });

export const press = (within: Locator | Desk['page'], name: string | RegExp): Promise<void> =>
  within.getByRole('button', { name }).click();

/** Fills fields by their labels; a private field or a date is a textbox like any other. */
export async function fill(
  within: Locator | Desk['page'],
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    const field = within.getByLabel(label, { exact: true });
    await field.fill(text);
    // A date is taken when the field is left.
    await field.press('Tab');
  }
}

/** Opens a page from the left menu; the entry's count is part of its name. */
export const open = ({ page }: Desk, entry: string): Promise<void> =>
  page
    .getByRole('menuitem', { name: new RegExp(`${entry}( \\d+)?$`) })
    .first()
    .click();

/** The row of a list that shows this text. antd's long lists are not tables to the accessibility tree. */
export const row = ({ page }: Desk, text: string): Locator =>
  page.locator('.ant-table-row', { hasText: text }).first();

/** Ticks rows of a list by their text. */
export async function tick(desk: Desk, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) await row(desk, text).getByRole('checkbox').check();
}

/** Opens the data with the code of the recovery sheet: the machines of the tests have no keychain. */
export async function unlock({ page }: Desk, code: string): Promise<void> {
  await page.getByRole('textbox', { name: '恢复码' }).fill(code);
  await press(page, '打开');
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
}

/** Waits until a text is shown. */
export const seen = (within: Locator | Desk['page'], text: string | RegExp): Promise<void> =>
  within.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 30_000 });

/** Writes a package of this kind into the folder `stick`. */
export async function handUp(desk: Desk, kind: string, stick: string): Promise<void> {
  await open(desk, '报送');
  await desk.answerDialogs([stick]);
  await press(desk.page, `报送${kind}`);
  await press(desk.page, `生成${kind}报送包`);
  await seen(desk.page, /已写入并逐个文件核对/);
}
