import { inChinese } from '../../db/model/dates.ts';
import type { RecoverySheetPaper } from '../../db/model/papers/office.ts';
import { cell, column, label, paragraph, together } from './build.ts';
import type { OfficialDocument } from './official.ts';

const RULES = [
  '1. 换电脑、重装系统或从备份恢复时，需要录入本恢复码才能打开数据。恢复码遗失且原电脑不可用时，任何人都无法打开数据。',
  '2. 请将本单装入信封封存，与单位印章同等保管；不要拍照，不要存入电脑或者U盘，不要通过网络发送。',
  '3. 录入时不分大小写，横线可以省略；录错一组时程序会指出是第几组。',
  '4. 更换恢复码后请销毁本单；更换之前做的备份仍须用本单的恢复码打开，备份清理完之前请一并封存。',
];

/** 恢复单: one page for the safe. Never part of a package, never kept by the program. */
export function recoverySheetDocument(paper: RecoverySheetPaper): OfficialDocument {
  const { bureau, year, madeOn, code } = paper;
  return {
    name: '恢复单',
    office: bureau.name,
    madeOn,
    layout: 'form',
    orientation: 'portrait',
    title: ['数据恢复单'],
    subtitle: '名特优小作坊创建工作台',
    blocks: [
      {
        kind: 'form',
        columns: [column(1), column(3)],
        rows: [
          [label('单位'), cell(bureau.name)],
          [label('年度'), cell(`${year}年`)],
          [label('生成日期'), cell(inChinese(madeOn))],
        ],
      },
      together({
        kind: 'checkCode',
        label: '恢复码',
        code,
        explanation: '共8组，每组4个字符，末位为校验字符。',
      }),
      ...RULES.map(paragraph),
      {
        kind: 'form',
        columns: [column(1), column(1)],
        rows: [
          [
            cell('封存人：', { room: 1, foot: ['签字：　　　　　　　　', '　　年　　月　　日'] }),
            cell('保管人：', { room: 1, foot: ['签字：　　　　　　　　', '　　年　　月　　日'] }),
          ],
        ],
      },
    ],
    isPublic: false,
  };
}
