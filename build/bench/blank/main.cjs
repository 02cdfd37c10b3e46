// The least an Electron program can be: one window with an empty page. With --print=FILE it is the floor of the papers
// instead: it prints the pages named in FILE to PDF, one after the other in one warm window.
const { app, BrowserWindow } = require('electron');
const { readFileSync, writeFileSync } = require('node:fs');

const argument = (name) => process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);

// Not a file: the fuses keep pages out of the asar.
const BLANK = `data:text/html;charset=utf-8,${encodeURIComponent('<!doctype html><div id="page"></div>')}`;

app.setPath('userData', argument('profile-dir'));

function openWindow(show) {
  return new BrowserWindow({
    width: 1366,
    height: 768,
    show,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
}

async function print(orderFile) {
  const { frame, pages, files, warmUp, runs, resultFile } = JSON.parse(readFileSync(orderFile, 'utf8'));
  const window = openWindow(false);
  await window.loadFile(frame);
  const run = (script) => window.webContents.executeJavaScript(script);
  const toPdf = async (html, file) => {
    await run(`document.body.innerHTML = ${JSON.stringify(html)}; document.fonts.ready.then(() => 0)`);
    writeFileSync(file, await window.webContents.printToPDF({ preferCSSPageSize: true }));
  };
  for (let index = 0; index < warmUp; index++) await toPdf(pages[index], files[index]);
  const times = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    for (const [index, html] of pages.entries()) await toPdf(html, files[index]);
    times.push(performance.now() - start);
  }
  writeFileSync(resultFile, JSON.stringify(times));
}

app.whenReady().then(async () => {
  const order = argument('print');
  if (order === undefined) {
    await openWindow(true).loadURL(BLANK);
    return;
  }
  await print(order);
  app.quit();
});
