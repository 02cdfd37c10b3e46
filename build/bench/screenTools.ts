import { asyncScript } from './inPage.ts';

/**
 * What the measures of a running window do in the page, as `window.bench`. A screen is done when its part of the
 * window has not changed for a while and shows nothing that stands for data still on their way; its time is that of
 * the frame after its last change.
 */
export const SCREEN_TOOLS = asyncScript(`
const QUIET = 150;
const PATIENCE = 20_000;
const LOADING = '.ant-skeleton, .ant-spin-spinning';
const main = await until(() => document.querySelector('[role=main]'));
const calm = async (from, changes = 0) => {
  let changedAt = performance.now();
  let paintedAt = from;
  let seen = 0;
  const observer = new MutationObserver(async () => { seen += 1; changedAt = performance.now(); paintedAt = await painted(); });
  observer.observe(main, { subtree: true, childList: true, characterData: true });
  const begun = performance.now();
  while (seen < changes || performance.now() - changedAt < QUIET || main.querySelector(LOADING)) {
    if (performance.now() - begun > PATIENCE) throw new Error(location.hash + ' does not come to rest');
    await frame();
  }
  observer.disconnect();
  return paintedAt;
};
/** The first button of the page that begins so and can be pressed. */
const button = (text) => until(() => [...main.querySelectorAll('button')]
  .find((one) => one.textContent.trim().startsWith(text) && !one.disabled));
const clerks = '.ant-dropdown-menu-item';
const expect = (measure) => new Promise((resolve, reject) => {
  window.addEventListener('keydown', (event) => {
    const pressed = performance.timeOrigin + event.timeStamp;
    measure(pressed).then((painted) => resolve(painted - pressed), reject);
  }, { once: true, capture: true });
});
window.bench = {
  /** Lays out the list of clerks once; its entries can be pressed from then on. */
  openClerks: async () => {
    const menu = await until(() => [...document.querySelectorAll('button')].find((one) => one.textContent.includes('当前经办人')));
    menu.click();
    await until(() => document.querySelector(clerks));
    menu.click();
  },
  /** Something is written (who is at work), so that nothing shown later was read before; then all comes to rest. */
  write: async () => { document.querySelector(clerks).click(); await calm(0); },
  go: async (hash) => { location.hash = hash; await calm(0); },
  focusEntry: async (label) => (await until(() => [...document.querySelectorAll('[role=menuitem]')]
    .find((one) => one.querySelector('.ant-menu-title-content')?.textContent.startsWith(label)))).focus(),
  focusRow: async () => (await until(() => main.querySelector('.row-open'))).focus(),
  focusButton: async (text) => (await button(text)).focus(),
  /** From the next key to the screen it leads to. */
  expectScreen: () => { window.awaited = expect((pressed) => calm(pressed, 1)); },
  /** From the next key to its letter. */
  expectLetter: () => { window.awaited = expect(() => painted()); },
  /** Presses a button of a page and leaves for the form at once. */
  start: async (hash, text) => {
    location.hash = hash;
    const found = await button(text);
    await calm(0);
    found.click();
  },
  /** Has a workbook read, and leaves while its rows are written. */
  startImport: async () => {
    location.hash = '/import';
    (await button('选择文件')).click();
    (await button('全部导入')).click();
  },
  openForm: async () => {
    location.hash = '/workshops/new';
    (await until(() => document.querySelector('[id$=speciality]'))).focus();
  },
};
return [...document.querySelectorAll('[role=menuitem] .ant-menu-title-content')]
  .map((one) => one.firstChild.textContent);`);

/** A call of one of them, to be evaluated in the page. */
export const call = (name: string, ...args: readonly string[]): string =>
  `window.bench.${name}(${args.map((one) => JSON.stringify(one)).join(', ')})`;

/** An empty window that draws a plain table, as large as a list's, at every key: what a screen costs the machine itself. */
export const PLAIN_TABLE = asyncScript(`
document.body.innerHTML = '<button>表格</button><div role="main"></div>';
const main = document.querySelector('[role=main]');
let round = 0;
window.addEventListener('keydown', () => {
  round += 1;
  const cells = Array.from({ length: 9 }, (_, at) => '<td>示例' + round + ' ' + at + '</td>').join('');
  main.innerHTML = '<table>' + Array.from({ length: 16 }, () => '<tr>' + cells + '</tr>').join('') + '</table>';
});
return true;`);
