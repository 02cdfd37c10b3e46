import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../reports/documents/document.ts';
import { makeDocx } from '../../../reports/docx/docx.ts';
import { makePdf } from '../../../reports/pdf/pdf.ts';
import { FULL } from '../catalogue.ts';
import {
  applicationPaper,
  planPaper,
  promisePaper,
  rosterPaper,
  selectionNoticePaper,
} from '../documents/samples.ts';
import { docxText, faces, pdfText, squeezed, zipPart } from '../read.ts';

const PAPERS = {
  application: applicationPaper,
  promise: promisePaper,
  notice: selectionNoticePaper(),
  longNotice: selectionNoticePaper(40),
  plan: planPaper(12),
};

/** How often each character stands in a text: order differs where PDF reads a table row by row. */
function characterCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of squeezed(text)) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** The PDF's text without what stands on every page: running foot, page number, header rows that repeat. */
function bodyOfPdf(text: string, runningFoot: string | undefined): string {
  const lines = text.split(/[\n\f]/).map(squeezed);
  const foot = squeezed(runningFoot ?? '');
  return lines.map((line) => line.replace(/—\d+—/, '').replace(foot, '')).join('\n');
}

describe.each(Object.entries(PAPERS))('%s as DOCX', (name, paper) => {
  it('says the same as the PDF', async () => {
    const document = documentOf(paper);
    const word = characterCounts(await docxText(await makeDocx(document)));
    const pdf = characterCounts(
      bodyOfPdf(pdfText(await makePdf(document, faces), '-raw'), document.runningFoot),
    );
    const repeated = new Set(
      name === 'plan' || name.includes('otice')
        ? '序号类别存在问题改造任务提升标准资金预算（元）业主自筹其他合计完成时限责人县市、区小作坊名称生产加工地址主要品'
        : '',
    );
    for (const [character, count] of word) {
      if (!repeated.has(character)) expect([character, pdf.get(character)]).toEqual([character, count]);
    }
    expect([...pdf.keys()].filter((character) => !word.has(character))).toEqual([]);
  });

  it('gives the same bytes again', async () => {
    const document = documentOf(paper);
    expect(Buffer.compare(await makeDocx(document), await makeDocx(document))).toBe(0);
  });
});

it('has the page of GB/T 9704: A4, margins, faces, type, page numbers odd and even', async () => {
  const bytes = await makeDocx(documentOf(selectionNoticePaper()));
  const xml = await zipPart(bytes, 'word/document.xml');
  expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
  expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  const styles = await zipPart(bytes, 'word/styles.xml');
  const style = (id: string): string =>
    styles.split('<w:style ').find((one) => one.includes(`w:styleId="${id}"`)) ?? '';
  expect(style('Title')).toContain('w:eastAsia="方正小标宋简体"');
  expect(style('Title')).toContain('<w:sz w:val="44"/>');
  expect(style('Heading1')).toContain('w:eastAsia="黑体"');
  expect(style('Heading2')).toContain('w:eastAsia="楷体"');
  expect(style('BodyIndent')).toContain('w:ascii="仿宋"');
  expect(style('BodyIndent')).toContain('<w:sz w:val="32"/>');
  expect(style('BodyIndent')).toContain('w:firstLineChars="200"');
  expect(style('BodyIndent')).toMatch(/w:line="580"[^>]*w:lineRule="exact"/);
  expect(await zipPart(bytes, 'word/settings.xml')).toContain('<w:evenAndOddHeaders');
  expect(style('BodyIndent')).toContain('<w:lang w:val="en-US" w:eastAsia="zh-CN"/>');
  expect(styles).toContain('<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>');
});

it('repeats header rows, keeps rows whole and marks a draft on every page', async () => {
  const xml = await zipPart(await makeDocx(documentOf(planPaper(30, null))), 'word/document.xml');
  expect(xml.match(/<w:tblHeader/g)).toHaveLength(2);
  expect(xml.match(/<w:cantSplit/g)?.length).toBeGreaterThan(30);
  const header = await zipPart(await makeDocx(documentOf(planPaper(1, null))), 'word/header1.xml');
  expect(header).toContain('草　稿');
});

it('leaves no gaps beside figures where places are reckoned, said where Word’s schema has it', async () => {
  const styles = await zipPart(await makeDocx(documentOf(rosterPaper(1))), 'word/styles.xml');
  for (const id of ['SignOff', 'TableText', 'TableHead']) {
    const style = styles.split('<w:style ').find((one) => one.includes(`w:styleId="${id}"`));
    expect(style).toContain('<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:spacing ');
  }
  expect(styles.match(/autoSpaceD[EN]/g)).toHaveLength(6);
});

it('keeps the signatures with the last rows of a list, in its last row', async () => {
  const xml = await zipPart(await makeDocx(documentOf(rosterPaper(40))), 'word/document.xml');
  const rows = xml.split('<w:tr>').slice(1);
  const [third = '', second = '', first = '', total = '', closing = ''] = rows.slice(-5);
  expect(closing).toContain('示例县市场监督管理局');
  expect(closing).toContain('<w:cantSplit');
  for (const row of [second, first, total]) expect(row).toContain('<w:keepNext/>');
  expect(third).not.toContain('<w:keepNext/>');
});

it('carries title and office, and the record’s date', async () => {
  const core = await zipPart(await makeDocx(documentOf(planPaper())), 'docProps/core.xml');
  expect(core).toContain('<dc:title>示例镇张三豆腐坊改造提升方案（第1版）</dc:title>');
  expect(core).toContain('<dc:creator>示例县市场监督管理局</dc:creator>');
  expect(core).toContain('2021-05-10T00:00:00Z');
});

it('keeps rows whole unless one is higher than a page, which would lose lines', async () => {
  const mayBreak = async (paper: typeof FULL.plan) =>
    (await zipPart(await makeDocx(documentOf(paper)), 'word/document.xml')).match(
      /<w:cantSplit w:val="off"\/>/g,
    )?.length ?? 0;
  expect(await mayBreak(planPaper(30))).toBe(0);
  // Two of its three tasks fill a narrow column with 500 characters.
  expect(await mayBreak(FULL.plan)).toBe(2);
});
