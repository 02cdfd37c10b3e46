import { pathToFileURL } from 'node:url';
import QRCode from 'qrcode';
import { inChinese } from '../../db/model/dates.ts';
import { assertNever } from '../../db/model/problems.ts';
import {
  BORDER_WIDTH,
  CELL_PADDING,
  type FaceRole,
  headingFace,
  type PageLayout,
  pageLayoutOf,
  type Size,
} from '../../reports/documents/layout.ts';
import type { Block, Cell, Column, Form, OfficialDocument, Table } from '../../reports/documents/official.ts';

/** An OfficialDocument as a page of HTML with the same geometry: what Chromium prints as the floor of our PDFs. */

const FILES: Readonly<Record<FaceRole, string>> = {
  title: 'NotoSerifSC_700Bold.ttf',
  body: 'NotoSerifSC_400Regular.ttf',
  hei: 'NotoSansSC_700Bold.ttf',
  kai: 'NotoSerifSC_700Bold.ttf',
  song: 'NotoSerifSC_400Regular.ttf',
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

const sized = ({ size, pitch }: Size): string => `font-size:${size}pt;line-height:${pitch}pt`;

const styled = (tag: string, style: string, content: string): string =>
  `<${tag} style="${style}">${content}</${tag}>`;

/** The empty page with its faces and its sheet; loaded once, the documents follow one after the other. */
export function frameOf(document: OfficialDocument, fontsDir: string): string {
  const { width, height, margins, type } = pageLayoutOf(document);
  const faces = Object.entries(FILES).map(
    ([role, file]) =>
      `@font-face { font-family: ${role}; src: url("${pathToFileURL(`${fontsDir}/${file}`).href}"); }`,
  );
  const { top, right, bottom, left } = margins;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>
${faces.join('\n')}
@page { size: ${width}pt ${height}pt; margin: ${top}pt ${right}pt ${bottom}pt ${left}pt;
  @bottom-right { content: "— " counter(page) " —"; font: ${type.pageNumber.size}pt body; }
  @bottom-left { content: var(--foot); font: ${type.note.size}pt body; } }
body { margin: 0; font-family: body; ${sized(type.body)}; text-align: justify; }
p { margin: 0; } .indent { text-indent: 2em; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 2pt 0 6pt; ${sized(type.table)} }
td, th { border: ${BORDER_WIDTH}pt solid black; padding: ${CELL_PADDING.table}pt ${CELL_PADDING.x}pt;
  font-weight: normal; text-align: left; }
thead { display: table-header-group; } tr, .together { break-inside: avoid; }
.code { display: flex; gap: 12pt; align-items: center; ${sized(type.table)} }
</style></head><body></body></html>`;
}

const columnsOf = (columns: readonly Column[]): string => {
  const sum = columns.reduce((total, { weight }) => total + weight, 0);
  return `<colgroup>${columns.map(({ weight }) => `<col style="width:${(weight / sum) * 100}%">`).join('')}</colgroup>`;
};

function cellOf(cell: Cell, tag: 'td' | 'th', pitch: number): string {
  const room = cell.room > 0 ? `<div style="height:${cell.room * pitch}pt"></div>` : '';
  const foot = cell.foot.map((line) => styled('div', 'text-align:right', escaped(line))).join('');
  const align = cell.align ?? (tag === 'th' ? 'center' : 'left');
  const face = tag === 'th' ? ';font-family:hei' : '';
  return `<${tag} colspan="${cell.columns}" rowspan="${cell.rows}" style="text-align:${align}${face}">${escaped(cell.text)}${room}${foot}</${tag}>`;
}

const rowsOf = (rows: readonly (readonly Cell[])[], tag: 'td' | 'th', pitch: number): string =>
  rows.map((row) => `<tr>${row.map((cell) => cellOf(cell, tag, pitch)).join('')}</tr>`).join('');

function tableOf(block: Table | Form, { type }: PageLayout): string {
  const { pitch } = type.table;
  const columns = columnsOf(block.columns);
  if (block.kind === 'form') return `<table>${columns}${rowsOf(block.rows, 'td', pitch)}</table>`;
  const body = rowsOf([...block.rows, ...block.totals], 'td', pitch);
  return `<table>${columns}<thead>${rowsOf(block.header, 'th', pitch)}</thead><tbody>${body}</tbody></table>`;
}

function blockOf(block: Block, layout: PageLayout): string {
  switch (block.kind) {
    case 'heading':
      return styled(
        'p',
        `font-family:${headingFace(block.level)};text-indent:2em;break-after:avoid`,
        escaped(block.text),
      );
    case 'paragraph': {
      const align = block.align === 'left' ? 'justify' : block.align;
      return styled('p', `text-align:${align}${block.indent ? ';text-indent:2em' : ''}`, escaped(block.text));
    }
    case 'note':
      return styled('p', sized(layout.type.note), escaped(block.text));
    case 'table':
    case 'form':
      return tableOf(block, layout);
    case 'annexes':
      return block.names.map((name) => `<p class="indent">附件：${escaped(name)}</p>`).join('');
    case 'annexStart':
      return `<p style="break-before:page">${escaped(block.label)}</p><p>${escaped(block.title)}</p>`;
    case 'sheetStart':
      return `<p style="break-before:page">${escaped(block.title.join(''))}</p><p>${escaped(block.subtitle ?? '')}</p>`;
    case 'signOff':
      return `<p style="text-align:right">${escaped(block.office)}<br>${inChinese(block.date)}</p>`;
    case 'checkCode':
      return `<div class="code">${qrOf(block.code)}<div>${escaped(`${block.label}：${block.code}`)}<br>${escaped(block.explanation)}</div></div>`;
    case 'pictures':
      return block.pictures.map((one) => `<p>${escaped(one.caption)}</p>`).join('');
    case 'together':
      return `<div class="together">${block.blocks.map((one) => blockOf(one, layout)).join('')}</div>`;
    default:
      return assertNever(block);
  }
}

/** As ours: a QR of the code, drawn and not photographed. */
function qrOf(code: string): string {
  const { modules } = QRCode.create(code, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const dots: string[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++)
      if (modules.get(row, column)) dots.push(`M${column} ${row}h1v1h-1z`);
  }
  return `<svg width="58pt" height="58pt" viewBox="0 0 ${size} ${size}" style="flex:none"><path d="${dots.join('')}"/></svg>`;
}

/** The body of one document. */
export function bodyOf(document: OfficialDocument): string {
  const layout = pageLayoutOf(document);
  const { type } = layout;
  const title = styled(
    'p',
    `font-family:title;text-align:center;${sized(type.title)}`,
    document.title.map(escaped).join('<br>'),
  );
  const subtitle = document.subtitle
    ? styled('p', `font-family:kai;text-align:center;margin-bottom:${type.afterTitle}pt`, document.subtitle)
    : '';
  const foot = `<style>:root { --foot: "${document.runningFoot ?? ''}" }</style>`;
  return `${foot}${title}${subtitle}${document.blocks.map((one) => blockOf(one, layout)).join('')}`;
}
