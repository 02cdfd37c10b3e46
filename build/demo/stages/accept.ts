import { join } from 'node:path';
import { z } from 'zod';
import { SAMPLE_TABLE } from '../../../db/model/scoring/sampleTable.ts';
import { TO_WRITE } from '../../../db/model/writing.ts';
import { type Desk, FOLDERS, handUp, listOn, named, type Step, typed } from '../desk.ts';
import { bestResult } from '../selfCheck.ts';
import { ACCEPTED_DAY, END_DAY } from '../story.ts';

const ASSESSORS = ['--assessor', '示例考评甲/示例科', '--assessor', '示例考评乙/示例所'] as const;

/** After the works little is left to take points for. */
const answersOf = (index: number) =>
  SAMPLE_TABLE.items.map((item) =>
    item.code === '1.2' && index % 2 === 0
      ? { code: item.code, result: '1', reason: '门口一处积水，当场清理' }
      : { code: item.code, result: bestResult(item), reason: '' },
  );

async function finished(desk: Desk): Promise<readonly string[]> {
  const { workshops } = await listOn(desk, ACCEPTED_DAY);
  return workshops.filter((one) => one.stage === 'finished').map((one) => one.name);
}

async function scoreAll(desk: Desk): Promise<void> {
  for (const [index, name] of (await finished(desk)).entries()) {
    const file = await typed(desk, `县级评分_${name}.json`, JSON.stringify(answersOf(index), null, 2));
    const words = ['--remark', '无异议', ...ASSESSORS];
    await desk.bureau.run(ACCEPTED_DAY, ['inspect', 'import', file, ...named(name), ...words]);
  }
}

const outside = ({ bureau }: Desk, today: string, kind: string, ...args: readonly string[]) =>
  bureau.run(today, ['outside', '--kind', kind, ...args]);

const Results = z.looseObject({ rows: z.array(z.looseObject({ name: z.string(), state: z.string() })) });

const recommended = async ({ bureau }: Desk): Promise<readonly string[]> =>
  Results.parse(await bureau.run('2021-10-25', ['results']))
    .rows.filter((row) => row.state === 'recommended')
    .map((row) => row.name);

/** What city and province do, as this office hears of it. */
async function above(desk: Desk): Promise<void> {
  const names = await recommended(desk);
  const half = names.slice(0, Math.ceil(names.length / 2));
  await outside(desk, '2021-10-27', 'citySample', ...named(...half));
  await outside(desk, '2021-10-29', 'cityScores', ...named(...half.map((name) => `${name}=95.5`)));
  const place = ['--place', '示例市人民政府网站'];
  await outside(desk, '2021-11-01', 'resultPublicity', '--all-recommended', ...place);
  const notice = ['--notice', join(desk.folder, FOLDERS.papers)];
  await desk.bureau.run('2021-11-01', ['outside', ...notice]);
  await outside(desk, '2021-11-12', 'annex', '--all-recommended');
  await outside(desk, '2021-11-30', 'announcement', '--all-recommended', '--document', '示例公告1号');
}

const Owners = z.looseObject({
  workshops: z.array(z.looseObject({ name: z.string(), ownerName: z.string() })),
});

/** Bank cards are fictional: numbers of a test series that no bank gives out. */
async function pay(desk: Desk): Promise<void> {
  const { bureau, folder } = desk;
  const names = await recommended(desk);
  const { workshops } = Owners.parse(await bureau.run('2021-12-01', ['list']));
  const owners = new Map(workshops.map((one) => [one.name, one.ownerName]));
  const payees = names.map((name, index) => ({
    name,
    idName: owners.get(name),
    accountName: owners.get(name),
    bank: '示例银行示例县支行',
    card: testCard(index),
  }));
  const file = await typed(desk, '收款信息.json', JSON.stringify(payees, null, 2));
  await bureau.run('2021-12-01', ['payee', '--file', file]);
  await bureau.run('2021-12-02', ['payee', '--all', '--confirm']);
  const out = ['--out', join(folder, FOLDERS.papers, '奖补资金发放表（含个人信息）')];
  await bureau.run('2021-12-03', ['pay', '--make', '第一批', '--all-payable', ...out]);
  await bureau.run(END_DAY, ['pay', '--paid']);
}

/** A Visa test number with its check digit. */
function testCard(index: number): string {
  const digits = `400000000000${String(index).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

const Writing = z.looseObject({
  sections: z.array(z.looseObject({ key: z.string(), heading: z.string(), text: z.string() })),
});

/** What the program leaves to the office to write is written, then the paper is finished. */
async function write({ bureau, folder }: Desk, ...which: readonly string[]): Promise<void> {
  const { sections } = Writing.parse(await bureau.run('2021-11-15', ['summary', ...which]));
  const written = sections.map(({ key, heading, text }) => ({
    key,
    heading,
    text: text.replaceAll(TO_WRITE, '个别小作坊台账记录还不够规范，将继续加强日常指导和监督检查。'),
  }));
  const set = ['--set', JSON.stringify({ sections: written }), '--finish'];
  const out = ['--out', join(folder, FOLDERS.papers)];
  await bureau.run('2021-11-15', ['summary', ...which, ...set, ...out]);
}

/** 考评验收、结果、总结和奖补, from the end of the works to the end of the year. */
export const acceptSteps = (desk: Desk): readonly Step[] => [
  { title: '十月：县级考评验收，逐家评分', run: () => scoreAll(desk) },
  {
    title: '达标的列入推荐名单，报送县级验收结果',
    run: async () => {
      await desk.bureau.run('2021-10-25', ['results', '--decision', 'recommend', '--all-passed']);
      await handUp(desk, '县级验收结果', '2021-10-26');
    },
  },
  { title: '登记市级复评、验收结果公示、附表5上报和省厅公布', run: () => above(desk) },
  {
    title: '写创建工作总结和报送报告，定稿并报送',
    run: async () => {
      await write(desk);
      await write(desk, '--report', '工作总结');
      await handUp(desk, '工作总结', '2021-11-16');
    },
  },
  { title: '登记收款信息，生成奖补资金发放表，登记发放', run: () => pay(desk) },
];
