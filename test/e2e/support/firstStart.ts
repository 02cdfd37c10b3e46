import { PROFILE } from '../../../build/demo/fictional.ts';
import { arrived, press } from '../../../build/drive/clerk.ts';
import {
  addPerson,
  confirmCode,
  createData,
  fillBureau,
  fillPerson,
  fillYear,
} from '../../../build/drive/firstStart.ts';
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
  await fillBureau(desk);
  await desk.screen('path-02-bureau');
  await press(page, '下一步');
  await fillYear(desk);
  await desk.screen('path-03-year');
  await press(page, '下一步');
  for (const person of PEOPLE) {
    await fillPerson(desk, person);
    await addPerson(desk);
  }
  await desk.screen('path-04-staff');
  const code = await createData(desk);
  await desk.screen('path-05-code');
  await confirmCode(desk, code);
  await arrived(desk);
  return code;
}
