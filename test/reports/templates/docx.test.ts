import {
  Document,
  Footer,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import { describe, expect, it } from 'vitest';
import type { TemplateData } from '../../../reports/templates/data.ts';
import { checkTemplate } from '../../../reports/templates/template.ts';
import { textsIn } from '../../../reports/templates/texts.ts';
import { zipPart } from '../read.ts';
import { filled, problemsIn } from './support.ts';

const data: TemplateData = {
  fields: [
    { name: '小作坊名称', kind: 'text', value: '示例镇䶮𬴂豆腐坊' },
    { name: '资金预算合计', kind: 'money', value: 12_345.5 },
    { name: '现状', kind: 'text', value: '地面破损。\n\n无防蝇设施。' },
    { name: '校验码', kind: 'text', value: '7K3M-9QXA-2B4C-5D6E' },
  ],
  rowFields: [
    { name: '序号', kind: 'count' },
    { name: '改造任务', kind: 'text' },
    { name: '业主自筹', kind: 'money' },
  ],
  rows: [
    [1, '硬化地面', 8000],
    [2, '加装纱窗\n和风幕', null],
  ],
};

const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });

/** A Word file of an office; Word cuts text into runs wherever it likes. */
async function template(
  rows: readonly TableRow[] = [],
  paragraphs: readonly Paragraph[] = [],
): Promise<Uint8Array> {
  const split = [
    new TextRun({ text: '名称：{', bold: true }),
    new TextRun({ text: '{小作坊', italics: true }),
    new TextRun('名称}}，合计'),
    new TextRun({ text: '{{资金预算合计}}元', font: '黑体' }),
  ];
  const book = new Document({
    creator: '画模板的人',
    sections: [
      {
        footers: { default: new Footer({ children: [new Paragraph('校验码 {{校验码}}')] }) },
        children: [
          new Paragraph({ children: split }),
          new Paragraph({ children: [new TextRun({ text: '{{现状}}', bold: true })] }),
          new Table({
            rows: [
              new TableRow({ children: [cell('序号'), cell('任务'), cell('金额')] }),
              new TableRow({
                children: [cell('{{明细.序号}}'), cell('{{明细.改造任务}}'), cell('{{明细.业主自筹}}')],
              }),
              new TableRow({ children: [cell('合计'), cell(''), cell('{{资金预算合计}}')] }),
              ...rows,
            ],
          }),
          ...paragraphs,
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(book));
}

const texts = (bytes: Uint8Array) =>
  textsIn(bytes, 'docx')
    .filter(({ kind }) => kind !== 'unseen')
    .map(({ text }) => text);

describe('a Word file of the office', () => {
  it('is filled: split placeholders, paragraphs of a long text, one row for each line, the footer', async () => {
    expect(texts(await filled(await template(), 'docx', data))).toEqual([
      '名称：示例镇䶮𬴂豆腐坊，合计12,345.50元',
      '地面破损。',
      '无防蝇设施。',
      '序号',
      '任务',
      '金额',
      '1',
      '硬化地面',
      '8,000',
      '2',
      '加装纱窗',
      '和风幕',
      '合计',
      '12,345.50',
      '校验码 7K3M-9QXA-2B4C-5D6E',
    ]);
  });

  it('keeps the runs’ formats and takes the name of whoever drew it out of the properties', async () => {
    const made = await filled(await template(), 'docx', data);
    const xml = await zipPart(made, 'word/document.xml');
    expect(xml).toMatch(/<w:b\/>.{0,60}<\/w:rPr><w:t xml:space="preserve">名称：示例镇<\/w:t>/);
    expect(xml).toMatch(/黑体.{0,200}<w:t xml:space="preserve">12,345.50元/);
    expect(xml.match(/<w:b\/>/g)?.length).toBe(6);
    const core = await zipPart(made, 'docProps/core.xml');
    expect(core).not.toContain('画模板的人');
    expect(core).toContain('<dc:language>zh-CN</dc:language>');
  });

  it('gives rare characters a face by name', async () => {
    const xml = await zipPart(await filled(await template(), 'docx', data), 'word/document.xml');
    expect(xml).toMatch(/w:eastAsia="SimSun-ExtB"[^>]*\/><w:b\/>.{0,60}<w:t xml:space="preserve">𬴂</);
  });

  it('repeats the row of a table inside a table, but the whole card where its table has several such rows', async () => {
    const outer = (...rows: readonly TableRow[]) => [
      new TableRow({
        children: [
          cell('任务表'),
          new TableCell({ children: [new Table({ rows: [...rows] }), new Paragraph('表后')] }),
          cell(''),
        ],
      }),
    ];
    const row = (...texts: readonly string[]) => new TableRow({ children: texts.map(cell) });
    const inner = outer(row('序号', '任务'), row('{{明细.序号}}', '{{明细.改造任务}}'), row('合计', ''));
    const card = outer(row('序号', '{{明细.序号}}'), row('任务', '{{明细.改造任务}}'));
    const nested = texts(await filled(await template(inner), 'docx', data)).join('|');
    expect(nested).toContain('任务表|序号|任务|1|硬化地面|2|加装纱窗|和风幕|合计|表后');
    const cards = texts(await filled(await template(card), 'docx', data)).join('|');
    expect(cards).toContain('任务表|序号|1|任务|硬化地面|表后');
    expect(cards).toContain('任务表|序号|2|任务|加装纱窗|和风幕|表后');
  });

  it('repeats paragraphs as it repeats rows', async () => {
    const lines = [
      new Paragraph('{{明细.序号}}．{{明细.改造任务}}'),
      new Paragraph('　　自筹{{明细.业主自筹}}元'),
    ];
    const made = texts(await filled(await template([], lines), 'docx', data));
    expect(made.slice(-5, -1)).toEqual(['1．硬化地面', '　　自筹8,000元', '2．加装纱窗和风幕', '　　自筹元']);
  });
});

describe('the check of an upload', () => {
  it('wants the check code on a plan, and names unknown placeholders by their paragraph', async () => {
    const file = await template([], [new Paragraph('帮扶人电话：{{帮扶人电话}}，随时联系')]);
    expect(problemsIn(checkTemplate(file, 'plan', 'docx')).map(({ message }) => message)).toEqual([
      '“帮扶人电话：{{帮扶人电话}}，…”一段：没有“{{帮扶人电话}}”这个占位符，请从占位符清单中复制',
    ]);
    expect(problemsIn(checkTemplate(await template(), 'summary', 'docx')).map(({ code }) => code)).toContain(
      'template.missing',
    );
  });

  it('finds a placeholder left open', async () => {
    const file = await template([], [new Paragraph('联系人｛｛联系人}，请与我联系')]);
    expect(problemsIn(checkTemplate(file, 'summary', 'docx')).map(({ message }) => message)).toContain(
      '“联系人｛｛联系人}，请与我联系”一段：有一个占位符的括号不成对，请从占位符清单中重新复制',
    );
  });

  it('refuses a list row merged with the rows around it', async () => {
    const merged = new TableRow({
      children: [
        new TableCell({
          verticalMerge: VerticalMergeType.RESTART,
          children: [new Paragraph('{{明细.序号}}')],
        }),
        cell(''),
        cell(''),
      ],
    });
    expect(
      problemsIn(checkTemplate(await template([merged]), 'plan', 'docx')).map(({ code }) => code),
    ).toEqual(['template.merged']);
  });
});
