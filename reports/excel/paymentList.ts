import type { PaymentListPaper } from '../../db/model/papers/results.ts';
import { PAYMENT_LIST_NOTE, SIGNERS } from '../documents/paymentList.ts';
import { projectName } from '../documents/programme.ts';
import { countColumn, moneyColumn, textColumn, type WorkbookDescription } from './workbook.ts';

/** 奖补资金发放表 as a workbook; long numbers stay text. */
export function paymentListWorkbook(paper: PaymentListPaper): WorkbookDescription {
  const { bureau, year, madeOn, rows, totalInWords } = paper;
  const title = `${year}年${projectName(paper.programmeName)}奖补资金发放表${paper.cancelled ? '（已撤销）' : ''}`;
  return {
    name: `${bureau.name}${title}`,
    sheetName: '发放表',
    office: bureau.name,
    madeOn,
    title,
    caption: { left: `填报单位：${bureau.name}`, right: `制表日期：${madeOn}` },
    columns: [
      countColumn('序号'),
      textColumn('小作坊名称'),
      textColumn('收款人\n（身份证姓名）', 'center'),
      textColumn('身份证号码', 'center'),
      textColumn('开户银行（到网点）'),
      textColumn('银行卡号', 'center'),
      textColumn('户名', 'center'),
      moneyColumn('金额\n（元）'),
      textColumn('联系电话', 'center'),
      { ...textColumn('本人签字', 'center'), minWidth: 12 },
      textColumn('备注', 'center'),
    ],
    rows: rows.map((row) => [
      row.position,
      row.workshopName,
      row.idName,
      row.idNumber,
      row.bank,
      row.card,
      row.accountName,
      row.amount / 100,
      row.phone,
      '',
      row.remark,
    ]),
    notes: [
      `合计（大写）：${totalInWords}`,
      SIGNERS.map((who) => `${who}：`).join('　　　　　　　'),
      PAYMENT_LIST_NOTE,
    ],
  };
}
