import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import { packParts } from '../../../reports/steadyZip.ts';
import { openOfficeFile, type Parts } from '../../../reports/templates/officeFile.ts';
import { sampleTemplate } from '../../../reports/templates/sample.ts';
import { checkTemplate } from '../../../reports/templates/template.ts';
import { problemsIn, valueIn } from './support.ts';

const text = (content: string) => new TextEncoder().encode(content);

/** The sample roster with parts added, as a file that came from anywhere. */
async function withParts(more: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const parts: Parts = valueIn(openOfficeFile(await sampleTemplate('roster', 'xlsx'), 'xlsx'));
  const added = Object.entries(more).map(([path, content]) => [path, text(content)] as const);
  return packParts(new Map([...parts, ...added]), isoDate('2021-09-30'));
}

const codes = (bytes: Uint8Array) =>
  problemsIn(checkTemplate(bytes, 'roster', 'xlsx')).map(({ code }) => code);

const RELATION = (type: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://x/${type}" Target="file:///C:/a.xlsx" TargetMode="External"/></Relationships>`;

describe('what a template must not bring', () => {
  it.each([
    ['xl/vbaProject.bin', 'template.macro'],
    ['xl/externalLinks/externalLink1.xml', 'template.external'],
    ['xl/embeddings/oleObject1.bin', 'template.embedded'],
    ['xl/activeX/activeX1.xml', 'template.embedded'],
    ['xl/charts/chart1.xml', 'template.chart'],
    ['xl/pivotTables/pivotTable1.xml', 'template.chart'],
    ['xl/afchunk1.htm', 'template.embedded'],
    ['xl/connections.xml', 'template.external'],
  ])('%s', async (path, code) => {
    expect(codes(await withParts({ [path]: '<x/>' }))).toEqual([code]);
  });

  it('comments, but an empty list of them does no harm', async () => {
    const list = (content: string) => ({
      'xl/comments1.xml': `<comments><commentList>${content}</commentList></comments>`,
    });
    expect(codes(await withParts(list('<comment ref="A1"/>')))).toEqual(['template.comments']);
    expect(codes(await withParts(list('')))).toEqual([]);
  });

  it('links to other files, but a web address does no harm', async () => {
    expect(
      codes(await withParts({ 'xl/worksheets/_rels/sheet1.xml.rels': RELATION('externalLinkPath') })),
    ).toEqual(['template.external']);
    expect(codes(await withParts({ 'xl/worksheets/_rels/sheet1.xml.rels': RELATION('hyperlink') }))).toEqual(
      [],
    );
  });
});

describe('what is no template at all', () => {
  it('gets a sentence', async () => {
    const roster = await sampleTemplate('roster', 'xlsx');
    expect(codes(text('姓名,金额'))).toEqual(['template.kind']);
    expect(codes(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toEqual(['template.kind']);
    expect(codes(roster.subarray(0, roster.length - 40))).toEqual(['template.damaged']);
    expect(codes(new Uint8Array(10 * 1024 * 1024 + 1))).toEqual(['template.tooLarge']);
    expect(problemsIn(checkTemplate(roster, 'plan', 'docx'))[0]?.message).toContain('Excel 工作簿');
    expect(codes(await withParts({ 'xl/styles.xml': '<styleSheet><fonts>' }))).toEqual(['template.damaged']);
    const unaddressed =
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>{{明细.业主}}</t></is></c></row></sheetData></worksheet>';
    expect(codes(await withParts({ 'xl/worksheets/sheet1.xml': unaddressed }))).toEqual([
      'template.addresses',
    ]);
  });
});
