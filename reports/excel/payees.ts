import type { Payee } from '../../db/model/awards.ts';
import type { Bureau } from '../../db/model/bureau.ts';
import { type IsoDate, inChinese } from '../../db/model/dates.ts';
import type { Fen } from '../../db/model/money.ts';
import { projectName } from '../documents/programme.ts';
import { countColumn, moneyColumn, textColumn, type WorkbookDescription } from './workbook.ts';

export interface PayeeList {
  readonly bureau: Bureau;
  readonly year: number;
  readonly programmeName: string;
  readonly asOf: IsoDate;
  readonly rows: readonly {
    readonly workshopName: string;
    readonly ownerName: string;
    readonly payee: Payee;
    readonly amount: Fen;
  }[];
}

/** 收款信息表: private throughout; it lies in a package only inside the encrypted zip. */
export function payeeWorkbook({ bureau, year, programmeName, asOf, rows }: PayeeList): WorkbookDescription {
  const title = `${year}年${projectName(programmeName)}奖补资金收款信息表`;
  return {
    name: `${bureau.name}${title}`,
    sheetName: '收款信息表',
    office: bureau.name,
    madeOn: asOf,
    title,
    caption: { left: `填报单位：${bureau.name}`, right: `制表日期：${inChinese(asOf)}` },
    columns: [
      countColumn('序号'),
      textColumn('小作坊名称'),
      textColumn('业主'),
      textColumn('身份证姓名'),
      textColumn('户名'),
      textColumn('开户银行（到网点）'),
      textColumn('银行卡号'),
      moneyColumn('奖补金额\n（元）'),
    ],
    rows: rows.map(({ workshopName, ownerName, payee, amount }, index) => [
      index + 1,
      workshopName,
      ownerName,
      payee.idName,
      payee.accountName,
      payee.bank,
      payee.card,
      amount / 100,
    ]),
    notes: ['本表含个人收款信息，仅供发放奖补资金使用，用后妥善保管，不得外传。'],
  };
}
