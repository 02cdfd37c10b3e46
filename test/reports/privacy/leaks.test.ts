import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../reports/documents/document.ts';
import { makeDocx } from '../../../reports/docx/docx.ts';
import { rosterWorkbook } from '../../../reports/excel/roster.ts';
import { makeXlsx } from '../../../reports/excel/xlsx.ts';
import { makePdf } from '../../../reports/pdf/pdf.ts';
import { PRIVATE } from '../../fixtures/wholeYear.ts';
import { rosterPaper, selectionNoticePaper } from '../documents/samples.ts';
import { faces } from '../read.ts';
import { leaksIn, textsOf } from './leaks.ts';

/** The reading of `privateNumbers.test.ts` proves something only if it finds a number that is there. */
const notice = documentOf(selectionNoticePaper(2));
const workbook = rosterWorkbook(rosterPaper(2));
const { phone, idNumber, card, homeAddress } = PRIVATE;

const foundIn = async (name: string, bytes: Uint8Array) =>
  leaksIn(await textsOf(name, bytes), Object.values(PRIVATE));

async function withPart(
  bytes: Uint8Array,
  part: string,
  content: string | Uint8Array,
  comment = '',
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const entry of await new ZipReader(new Uint8ArrayReader(bytes)).getEntries()) {
    if (entry.directory || entry.filename === part) continue;
    await writer.add(entry.filename, new Uint8ArrayReader(await entry.getData(new Uint8ArrayWriter())));
  }
  await writer.add(
    part,
    new Uint8ArrayReader(typeof content === 'string' ? new TextEncoder().encode(content) : content),
  );
  return writer.close(new TextEncoder().encode(comment));
}

describe('the reading of a file', () => {
  it('finds nothing in a clean one', async () => {
    expect(await foundIn('公示.pdf', await makePdf(notice, faces))).toEqual([]);
    expect(await foundIn('公示.docx', await makeDocx(notice))).toEqual([]);
    expect(await foundIn('名单.xlsx', await makeXlsx(workbook))).toEqual([]);
  });

  it('finds a number among the properties', async () => {
    const named = { ...notice, name: `公示${phone}` };
    expect(await foundIn('公示.pdf', await makePdf(named, faces))).toEqual([phone]);
    expect(await foundIn('公示.docx', await makeDocx(named))).toEqual([phone]);
    expect(await foundIn('名单.xlsx', await makeXlsx({ ...workbook, office: phone }))).toEqual([phone]);
  });

  it('finds what is printed: in a text, a running foot, a watermark, a cell', async () => {
    const foot = { ...notice, runningFoot: `证号${idNumber}` };
    expect(await foundIn('公示.pdf', await makePdf(foot, faces))).toEqual([idNumber]);
    expect(await foundIn('公示.docx', await makeDocx(foot))).toEqual([idNumber]);
    const marked = { ...notice, watermark: phone };
    expect(await foundIn('公示.docx', await makeDocx(marked))).toEqual([phone]);
    const noted = { ...workbook, notes: [`住${homeAddress}`, card] };
    expect([...(await foundIn('名单.xlsx', await makeXlsx(noted)))].sort()).toEqual(
      [card, homeAddress].sort(),
    );
  });

  it.each([
    ['in a comment', 'word/comments.xml', `<w:t>139000</w:t><w:t>00000</w:t>`],
    ['in a property of its own', 'docProps/custom.xml', `<vt:lpwstr>${phone}</vt:lpwstr>`],
    ['in character references', 'word/header1.xml', '<w:t>139&#48;&#x30;000000</w:t>'],
    ['in the name of a part', `word/media/${phone}.jpeg`, ''],
  ])('finds it %s', async (_where, part, text) => {
    expect(await foundIn('公示.docx', await withPart(await makeDocx(notice), part, text))).toEqual([phone]);
  });

  it('finds it in the comment of a zip and in a file within', async () => {
    const zip = await withPart(await makeXlsx(workbook), 'a.json', '{}', phone);
    expect(await foundIn('材料.zip', zip)).toEqual([phone]);
    const inner = await withPart(await makeXlsx(workbook), 'b.json', `{"卡":"${card}"}`);
    expect(await foundIn('材料.zip', await withPart(zip, '名单.xlsx', inner))).toEqual([card]);
  });
});

it.each([
  ['in a file name', `改造方案_${phone}.pdf`],
  ['in full width', '电话１３９００００００００'],
  ['in groups', '电话 139 0000 0000'],
  ['with dashes', '139-0000-0000'],
  ['with strokes and dots', '139/0000.0000'],
  ['with marks nobody sees', '139\u200b0000\u200d0000\u00ad'],
  ['over two lines', '1390000\n0000'],
])('is found written %s', (_how, text) => {
  expect(leaksIn([text], Object.values(PRIVATE))).toEqual([phone]);
});

it('finds an ID with a small x and an address with spaces', () => {
  expect(leaksIn(['11010119900101001x'], ['11010119900101001X'])).toHaveLength(1);
  expect(leaksIn(['示例县 示例镇 示例小区８号楼'], [homeAddress])).toEqual([homeAddress]);
});
