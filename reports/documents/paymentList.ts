import { inChinese } from '../../db/model/dates.ts';
import { formatYuan } from '../../db/model/money.ts';
import type { PaymentListPaper } from '../../db/model/papers/results.ts';
import { cell, column, label, note, together } from './build.ts';
import type { Form, OfficialDocument, Table } from './official.ts';
import { workshopsInProject } from './programme.ts';

/** What the paper must say of itself; the workbook says it, too. */
export const PAYMENT_LIST_NOTE =
  '本表含身份证号码、银行卡号等个人敏感信息，仅供奖补资金发放使用，不得公开、张贴或放入普通报送包，用后按档案规定保管。';

/** Who answers for the list, in the order of signing. */
export const SIGNERS = ['制表人', '审核人', '分管领导', '单位（盖章）'] as const;

const signatures: Form = {
  kind: 'form',
  columns: SIGNERS.map(() => column(1)),
  rows: [SIGNERS.map((who) => cell(`${who}：`, { room: 1, foot: ['　　年　　月　　日'] }))],
};

const paymentTable = ({ rows, total, totalInWords }: PaymentListPaper): Table => ({
  kind: 'table',
  columns: [
    column(13, 'center'),
    column(40),
    column(22, 'center'),
    column(42, 'center'),
    column(42),
    column(44, 'center'),
    column(20, 'center'),
    column(22, 'right'),
    column(28, 'center'),
    column(24, 'center'),
    column(14, 'center'),
  ],
  header: [
    [
      '序号',
      '小作坊名称',
      '收款人\n（身份证\n姓名）',
      '身份证号码',
      '开户银行\n（到网点）',
      '银行卡号',
      '户名',
      '金额（元）',
      '联系电话',
      '本人签字',
      '备注',
    ].map((one) => label(one)),
  ],
  rows: rows.map((row) => [
    cell(String(row.position)),
    cell(row.workshopName),
    cell(row.idName),
    cell(row.idNumber),
    cell(row.bank),
    cell(row.card),
    cell(row.accountName),
    cell(formatYuan(row.amount)),
    cell(row.phone),
    cell(''),
    cell(row.remark),
  ]),
  totals: [
    [
      label(`合计（${rows.length}家）　　大写：${totalInWords}`, { columns: 7 }),
      cell(formatYuan(total)),
      cell('', { columns: 3 }),
    ],
  ],
});

/** 奖补资金发放表: in figures and 大写, with room to sign. */
export function paymentListDocument(paper: PaymentListPaper): OfficialDocument {
  const { bureau, year, madeOn, title } = paper;
  return {
    name: `${bureau.name}${year}年小作坊创建奖补资金发放表`,
    office: bureau.name,
    madeOn,
    layout: 'form',
    orientation: 'landscape',
    title: [`${year}年`, workshopsInProject(paper.programmeName), '创建工程', '奖补资金发放表'],
    subtitle: `填报单位：${bureau.name}　　${title}　　制表日期：${inChinese(madeOn)}`,
    blocks: [paymentTable(paper), together(signatures, note(PAYMENT_LIST_NOTE))],
    ...(paper.cancelled ? { watermark: '已撤销' } : {}),
    isPublic: false,
  };
}
