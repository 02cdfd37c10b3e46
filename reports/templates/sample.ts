import { invariant } from '../../db/model/problems.ts';
import { TEMPLATE_PAPERS, type TemplateFormat, type TemplatePaper } from '../../db/model/templates.ts';
import {
  cell,
  column,
  heading,
  label,
  paragraph,
  plainLine,
  signatureFoot,
  together,
} from '../documents/build.ts';
import type { Block, Form, OfficialDocument, Table } from '../documents/official.ts';
import { makeDocx } from '../docx/docx.ts';
import { widthsOf } from '../excel/widths.ts';
import { isWorkbookPaper, workbookOf } from '../excel/workbooks.ts';
import { makeXlsx } from '../excel/xlsx.ts';
import { BLANKS, DAY } from './blanks.ts';
import { fictionalData, placeholderOf, rowPlaceholderOf, templateFields } from './fields.ts';
import { AROUND } from './papers.ts';

const field = placeholderOf;

/** Names and addresses are longer than the made-up ones. */
const ROOM_FOR_NAMES = 22;

/** The built-in workbook with one line of placeholders: filled again, it is the built-in workbook. */
function sampleWorkbook(paper: TemplatePaper): Promise<Uint8Array> {
  const blank = BLANKS[paper];
  invariant(isWorkbookPaper(blank), 'only papers made as workbooks have such a template');
  const description = workbookOf(blank);
  const widths = widthsOf({ ...description, rows: fictionalData(paper).rows });
  return makeXlsx({
    ...description,
    name: `${TEMPLATE_PAPERS[paper]}模板`,
    title: field(AROUND.title),
    caption: { left: field(AROUND.left), right: field(AROUND.right) },
    columns: description.columns.map((one, index) => {
      const width = Math.max(widths[index] ?? 0, one.align === 'left' ? ROOM_FOR_NAMES : 0);
      return { ...one, minWidth: width, maxWidth: width };
    }),
    rows: [templateFields(paper).rowFields.map(({ name }) => rowPlaceholderOf(name))],
    bodyRowHeight: 24,
    totalLabel: `合计（${field(AROUND.count)}${description.counted ?? '家'}）`,
    notes: [field(AROUND.notes)],
  });
}

type Column = readonly [header: string, weight: number, align?: 'left' | 'center' | 'right'];

/** A table of one line with the list's placeholders. */
const listTable = (columns: readonly Column[], totals: Table['totals'] = []): Table => ({
  kind: 'table',
  columns: columns.map(([, weight, align]) => column(weight, align)),
  header: [columns.map(([header]) => label(header))],
  rows: [columns.map(([name]) => cell(rowPlaceholderOf(name)))],
  totals,
});

const PLAN_FORM: Form = {
  kind: 'form',
  columns: [column(16), column(29), column(18), column(29)],
  rows: [
    [label('小作坊名称'), cell(field('小作坊名称'), { columns: 3 })],
    [label('业主'), cell(field('业主')), label('操作间面积'), cell(field('加工操作间使用面积'))],
    [label('生产加工地址'), cell(field('生产加工地址'), { columns: 3 })],
    [label('主要产品'), cell(field('主要产品'), { columns: 3 })],
    [label('帮扶单位'), cell(field('单位名称')), label('帮扶责任人'), cell(field('帮扶责任人'))],
    [label('计划开工日期'), cell(field('计划开工日期')), label('方案版本'), cell(field('方案版本'))],
  ],
};

const PLAN_TASKS = listTable(
  [
    ['序号', 7, 'center'],
    ['类别', 10, 'center'],
    ['存在问题', 19],
    ['改造任务', 20],
    ['提升标准', 20],
    ['业主自筹', 18, 'right'],
    ['其他资金', 18, 'right'],
    ['资金合计', 18, 'right'],
    ['完成时限', 18, 'center'],
    ['责任人', 13, 'center'],
  ],
  [
    [
      label('合　计', { columns: 5 }),
      cell(field('业主自筹合计')),
      cell(field('其他资金合计')),
      cell(field('资金预算合计')),
      cell('', { columns: 2 }),
    ],
  ],
);

const signatureBox = (title: string) => cell(title, { room: 2, foot: signatureFoot() });

const SIGNATURES: Form = {
  kind: 'form',
  columns: [column(1), column(1)],
  rows: [
    [signatureBox('业主意见：'), signatureBox('帮扶责任人意见：')],
    [signatureBox('科（所）负责人意见：'), signatureBox('主管领导审核意见：')],
  ],
};

const PLAN: readonly Block[] = [
  heading(1, '一、基本情况'),
  PLAN_FORM,
  heading(1, '二、现状与存在问题'),
  paragraph(field('现状')),
  heading(1, '三、改造任务'),
  PLAN_TASKS,
  heading(1, '四、资金来源与承诺'),
  paragraph(
    `改造资金预算合计${field('资金预算合计')}元（大写：${field('资金预算合计大写')}），其中业主自筹${field('业主自筹合计')}元，其他资金${field('其他资金合计')}元。业主承诺自筹不低于${field('承诺自筹金额')}元。`,
  ),
  heading(1, '五、帮扶措施'),
  paragraph(field('帮扶措施')),
  together(heading(1, '六、签字'), SIGNATURES, plainLine(`校验码：${field('校验码')}`)),
];

const MONTHLY: readonly Block[] = [
  plainLine(`${field('左上角文字')}　　${field('右上角文字')}`),
  listTable([
    ['序号', 8, 'center'],
    ['项目', 34],
    ['单位', 10, 'center'],
    ['目标任务', 24, 'right'],
    ['实际完成', 24, 'right'],
    ['完成率', 16, 'right'],
    ['备注', 30],
  ]),
  plainLine(field(AROUND.notes)),
];

const WRITING: readonly Block[] = [
  plainLine(`${field('上级市局')}：`),
  paragraph(field('正文')),
  plainLine(field('附件')),
  plainLine(field('单位名称'), 'right'),
  plainLine(field('日期'), 'right'),
];

const DOCUMENTS: Readonly<
  Partial<Record<TemplatePaper, Pick<OfficialDocument, 'title' | 'layout' | 'blocks' | 'runningFoot'>>>
> = {
  plan: {
    title: [`${field('年度')}年食品加工小作坊`, '改造提升方案'],
    layout: 'form',
    blocks: PLAN,
    runningFoot: `改造提升方案　${field('方案版本')}　校验码 ${field('校验码')}`,
  },
  monthly: { title: [field('标题')], layout: 'form', blocks: MONTHLY },
  summary: { title: [field('标题')], layout: 'official', blocks: WRITING.slice(1) },
  report: { title: [field('标题')], layout: 'official', blocks: WRITING },
};

function sampleDocument(paper: TemplatePaper): Promise<Uint8Array> {
  const parts = DOCUMENTS[paper];
  invariant(parts, 'only papers made as documents have such a template');
  const { bureau } = BLANKS[paper];
  return makeDocx({
    name: `${TEMPLATE_PAPERS[paper]}模板`,
    office: bureau.name,
    madeOn: DAY,
    orientation: 'portrait',
    isPublic: false,
    ...parts,
  });
}

/** The built-in paper as a template: what an office changes to its own liking in Excel, Word or WPS. */
export const sampleTemplate = (paper: TemplatePaper, format: TemplateFormat): Promise<Uint8Array> =>
  format === 'xlsx' ? sampleWorkbook(paper) : sampleDocument(paper);
