import { createHash } from 'node:crypto';
import { fromSquareMetres } from '../../db/model/area.ts';
import { Bureau } from '../../db/model/bureau.ts';
import { checkCode } from '../../db/model/checkCode.ts';
import { IsoDate } from '../../db/model/dates.ts';
import { fromYuan } from '../../db/model/money.ts';
import type { PlanPaper } from '../../db/model/papers/plans.ts';
import { PlanTask } from '../../db/model/plan.ts';
import { defaultPolicy } from '../../db/model/policy.ts';
import { PROFILE } from '../demo/fictional.ts';
import { applicantRow } from './applicantRows.ts';

/** Upgrade plans of fictional workshops, each with a text of its own: between eight and thirteen tasks, three pages. */

const { year, programmeName } = PROFILE;
const bureau = Bureau.parse(PROFILE.bureau);
const policy = { ...defaultPolicy(year, PROFILE.quota), basis: PROFILE.basis };

const TASKS = [
  ['hygiene', '地面破损积水', '更换防滑地砖，重做排水', '地面平整、无积水、易清洁', 6_000],
  ['premises', '生熟区未分隔', '增设隔断，调整工艺流程', '生熟不交叉，人流物流分开', 5_000],
  ['equipment', '防蝇防鼠设施不全', '安装风幕机、挡鼠板和灭蝇灯', '防护设施齐全有效', 3_200],
  ['quality', '无进货台账', '建立进货查验、投料和销售台账', '票据保存不少于6个月，可追溯', 800],
  ['hygiene', '墙面局部脱落', '铺贴墙面瓷砖', '墙面光洁，便于清洗消毒', 4_400],
  ['equipment', '无更衣洗手消毒设施', '新建更衣洗手间', '入口处设非手动式洗手消毒设施', 5_600],
  ['premises', '原料与成品混放', '隔出独立原料库', '原料、半成品、成品分区存放', 2_500],
  ['quality', '无生产记录', '制定并张贴生产记录制度', '记录完整，保存期限符合规定', 300],
] as const;

const digits = (value: number): string => String(value).padStart(12, '0');

function taskOf(plan: number, index: number): PlanTask {
  const [category, problem, measure, standard, own] = TASKS[(plan + index) % TASKS.length] ?? TASKS[0];
  return PlanTask.parse({
    id: `018f0000-0000-7000-8000-${digits(plan * 100 + index)}`,
    category,
    problem: `${problem}（第${plan + 1}户第${index + 1}处）`,
    measure: `${measure}，面积约${3 + ((plan * 7 + index) % 40)}平方米`,
    standard,
    budgetOwn: fromYuan(own + plan * 10),
    budgetOther: fromYuan(index % 3 === 0 ? 1_000 : 0),
    dueOn: IsoDate.parse(`2021-0${6 + (index % 4)}-30`),
    responsible: '业主',
  });
}

/** The plan of workshop number `index`. */
export function planPaper(index: number): PlanPaper {
  const row = applicantRow(index);
  const name = String(row.name);
  return {
    paper: 'plan',
    bureau,
    year,
    programmeName,
    policy,
    checkCode: checkCode(createHash('sha256').update(name).digest()),
    record: {
      bureau: bureau.name,
      year,
      programmeName,
      workshopId: `018f0000-0000-7000-8000-${digits(index)}`,
      workshopName: name,
      ownerName: String(row.ownerName),
      address: String(row.address),
      products: String(row.products),
      operationArea: fromSquareMetres(Number(row.operationArea)),
      revision: 1,
      submittedOn: IsoDate.parse('2021-05-10'),
      plan: {
        helperName: '示例帮扶',
        assistance: `每月到${name}指导不少于一次，逐项核对改造进度。\n帮助对照评分表建立进货查验、生产和销售记录，改造完成后模拟打分。`,
        situation: `${name}生产${row.products}，从业人员${row.staffCount}人，生产场所基本整洁，设施较旧。${row.problems}防蝇防鼠和更衣洗手设施不足，管理台账不全，需要${row.renovation}`,
        plannedStart: IsoDate.parse('2021-05-20'),
        tasks: Array.from({ length: 8 + (index % 6) }, (_, task) => taskOf(index, task)),
      },
    },
  };
}
