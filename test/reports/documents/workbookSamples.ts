import { isoDate } from '../../../db/model/dates.ts';
import type { HelperListPaper } from '../../../db/model/papers/assistance.ts';
import type { ListPaper } from '../../../db/model/papers/office.ts';
import { head } from './sampleParts.ts';

/** Papers that are workbooks and nothing else. */

const LONG_NAME =
  '示例县示例镇示例村老字号传统手工石磨卤水豆腐干豆腐及豆制品综合加工食品小作坊（个体工商户）示例分号第二车间·䶮𠮷'.slice(
    0,
    60,
  );
/** An export of a list of the window, as it is filtered there. */
export const listPaper = (count: number): ListPaper => ({
  paper: 'list',
  ...head,
  asOf: isoDate('2021-06-10'),
  title: '小作坊一览表[全部]',
  filters: '待审核',
  columns: [
    { key: 'name', title: '小作坊名称', kind: 'text' },
    { key: 'code', title: '信用代码', kind: 'text' },
    { key: 'money', title: '计划投入', kind: 'money' },
    { key: 'area', title: '面积', kind: 'area' },
  ],
  rows: Array.from({ length: count }, (_, index) => ({
    name: index === 1 ? LONG_NAME : `示例作坊${index + 1}`,
    code: `92000000MA0000${String(index).padStart(4, '0')}`,
    money: index % 3 === 0 ? null : 12_000.5,
    area: 42,
  })),
});

export const helperListPaper = (count: number): HelperListPaper => ({
  paper: 'helperList',
  ...head,
  asOf: isoDate('2021-06-10'),
  rows: Array.from({ length: count }, (_, index) => ({
    workshopName: `示例作坊${index + 1}`,
    ownerName: '示例业主',
    township: '示例镇',
    address: '示例县示例镇示例村',
    helperName: index === 0 ? '' : '示例乙',
    helperUnit: '示例所',
    since: index === 0 ? null : isoDate('2021-05-01'),
    visits: index,
    lastVisitOn: null,
  })),
});
