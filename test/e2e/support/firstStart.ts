import { PROFILE } from '../../../build/demo/fictional.ts';
import { dialog, fill, press } from './clerk.ts';
import type { Desk } from './desk.ts';

const { bureau } = PROFILE;

/** Besides the contact, who becomes the clerk by itself. */
const PEOPLE = [
  { name: '示例帮扶', unit: '示例镇监管所', position: '科员', role: '帮扶责任人' },
  { name: '示例科长', unit: bureau.section, position: '科长', role: '科（所）负责人' },
  { name: '示例局长', unit: '局领导', position: '副局长', role: '主管领导' },
];

/** The first start of the fictional bureau, 2021 with a quota of 5; gives the recovery code. */
export async function firstStart(desk: Desk): Promise<string> {
  const { page } = desk;
  await desk.screen('path-01-welcome');
  await press(page, '开始设置');
  await fill(page, {
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
  await desk.screen('path-02-bureau');
  await press(page, '下一步');
  await fill(page, { 创建年度: '2021', '本单位名额（附表1）': '5' });
  await desk.screen('path-03-year');
  await press(page, '下一步');
  for (const { name, unit, position, role } of PEOPLE) {
    await press(page, '增加人员');
    const person = dialog(desk, '增加人员');
    await fill(person, { 姓名: name, '科（所）': unit, 职务: position });
    await person.getByLabel(role).check();
    await press(person, '确定');
    await person.waitFor({ state: 'hidden' });
  }
  await desk.screen('path-04-staff');
  await press(page, '建立数据');
  const code = (await page.getByLabel('恢复码', { exact: true }).innerText()).trim();
  await desk.screen('path-05-code');
  await fill(page, { '请照恢复单输入恢复码的最后一组（4个字符），确认已经留存': code.slice(-4) });
  await press(page, '已妥善留存，继续');
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  return code;
}
