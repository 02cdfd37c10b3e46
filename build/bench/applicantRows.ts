import type { ImportField } from '../../db/model/importTypes.ts';
import { idNumberFault } from '../../db/model/privateNumbers.ts';
import { APPLICANTS } from '../demo/fictional.ts';

/**
 * Fictional applicants, apart from the office they are put into: whoever measures memory must not have a database in
 * the process besides.
 */

const TRADES = ['豆腐坊', '挂面作坊', '粘豆包作坊', '煎饼铺', '酱菜作坊', '香油坊', '糕点作坊', '熏肉作坊'];
const TOWNS = '甲乙丙丁戊己庚辛壬癸';
const MARKS = '福禄寿喜康宁和顺兴旺金玉丰盈春秋山川云霞'.split('');

const at = <T>(values: ArrayLike<T>, index: number): T => {
  const found = values[index % values.length];
  if (found === undefined) throw new Error('There is nothing to choose from');
  return found;
};

/** With a right check digit, in a region (999999) that nobody lives in. */
function idNumberOf(index: number): string {
  const born = new Date(Date.UTC(1960, 0, 1 + Math.floor(index / 900))).toISOString().slice(0, 10);
  const head = `999999${born.replaceAll('-', '')}${String((index % 900) + 1).padStart(3, '0')}`;
  const digit = [...'0123456789X'].find((one) => idNumberFault(head + one) === undefined);
  return head + (digit ?? '');
}

type Row = Readonly<Partial<Record<ImportField, string | number>>>;

/** One applicant as an office types it. Every eighth has too small a room: it fails the notice's conditions. */
export function applicantRow(index: number): Row {
  const town = `示例${at(TOWNS, Math.floor(index / 8))}镇`;
  const mark = `${at(MARKS, index)}${at(MARKS, Math.floor(index / MARKS.length))}`;
  const number = String(index + 1).padStart(5, '0');
  const { products } = at(APPLICANTS, index);
  return {
    name: `示例县${town}${mark}${at(TRADES, index)}${index >= 400 ? index + 1 : ''}`,
    ownerName: `示例${at(MARKS, index * 7)}${at(TOWNS, index)}`,
    idNumber: idNumberOf(index),
    phone: `139000${number}`,
    certificateKind: '登记证',
    certificateNo: `示例小作坊登字${number}号`,
    economicType: '个体工商户',
    township: town,
    address: `示例县${town}示例村${index + 1}号`,
    station: `${town}市场监管所`,
    products,
    staffCount: 2 + (index % 6),
    healthCertificateCount: 2,
    operationArea: index % 8 === 5 ? 26 : 31 + (index % 40),
    equipment: '示例设备2台、冷藏柜1台',
    problems: '地面破损积水，原料与成品未分区存放。',
    renovation: '更换防滑地砖，增设隔断和防蝇设施。',
    plannedInvestment: `${(1.2 + (index % 20) / 10).toFixed(1)}万元`,
    promisedOn: '2021-04-08',
    appliedOn: '2021-04-09',
  };
}
