import { PROFILE } from '../demo/fictional.ts';
import { type Desk, dialog, fill, press, settle } from './clerk.ts';

/** The steps of the first start, by the fictional bureau. */

const { bureau } = PROFILE;

interface Person {
  readonly name: string;
  readonly unit: string;
  readonly position: string;
  readonly role: string;
}

/** 本单位. */
export const fillBureau = ({ page }: Desk): Promise<void> =>
  fill(page, {
    单位全称: bureau.name,
    '所辖县（市、区）': bureau.district,
    上级市局: bureau.cityBureau,
    '承办科（股）室': bureau.section,
    联系人: bureau.contactName,
    办公电话: bureau.contactPhone,
    监督电话: bureau.supervisionPhone,
    办公地址: bureau.address,
    邮政编码: bureau.postcode,
  });

/** 年度与名额: 2021, with a quota of 5. */
export const fillYear = ({ page }: Desk): Promise<void> =>
  fill(page, { 创建年度: '2021', '本单位名额（附表1）': '5' });

/** 增加人员, filled in and still open. */
export async function fillPerson(desk: Desk, { name, unit, position, role }: Person): Promise<void> {
  await press(desk.page, '增加人员');
  const person = dialog(desk, '增加人员');
  await fill(person, { 姓名: name, '科（所）': unit, 职务: position });
  await person.getByLabel(role).check();
}

/** Adds the person whose dialog is open. */
export const addPerson = (desk: Desk): Promise<void> => settle(dialog(desk, '增加人员'), '确定');

/** The recovery code, while it is shown for the only time. */
export async function shownCode({ page }: Desk): Promise<string> {
  const shown = page.getByLabel('恢复码', { exact: true });
  await shown.waitFor({ timeout: 60_000 });
  return (await shown.innerText()).trim();
}

/** Has the data made; gives the recovery code. */
export async function createData(desk: Desk): Promise<string> {
  await press(desk.page, '建立数据');
  return shownCode(desk);
}

/** Confirms by its last group that the code was kept. */
export async function confirmCode({ page }: Desk, code: string): Promise<void> {
  await fill(page, { '请照恢复单输入恢复码的最后一组（4个字符），确认已经留存': code.slice(-4) });
  await press(page, '已妥善留存，继续');
}
