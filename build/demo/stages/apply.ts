import { z } from 'zod';
import { DEMO_APPLICANTS } from '../applicants.ts';
import { demoApplicantsWorkbook } from '../applicantsBook.ts';
import { type Desk, named, type Step, typed } from '../desk.ts';

const RECEIVED = [
  'idCard',
  'businessLicence',
  'certificate',
  'health',
  'floorPlan',
  'process',
  'fundPromise',
];

const Waiting = z.looseObject({ failing: z.array(z.looseObject({ name: z.string() })) });

/** 申请、审核、遴选. */
export const applySteps = (desk: Desk): readonly Step[] => [
  {
    title: '导入报名表：没有写明的单位要说明，有问题的行被指出，只导入有效行',
    run: async () => {
      const file = await typed(desk, '报名汇总表.xlsx', await demoApplicantsWorkbook());
      await desk.bureau.run('2021-04-12', ['import', file], 2);
      await desk.bureau.run('2021-04-12', ['import', file, '--only-valid', '--area-unit', '㎡']);
    },
  },
  {
    title: '登记收到的附件材料',
    run: async () => {
      const received = RECEIVED.flatMap((key) => ['--received', key]);
      const names = DEMO_APPLICANTS.map((one) => one.name);
      await desk.bureau.run('2021-04-12', ['materials', ...named(...names), ...received]);
    },
  },
  { title: '监管所、科室、主管领导逐级审核，不符合条件的写明原因', run: () => review(desk) },
  {
    title: '按比选名次在名额内遴选，入选和未入选都写明理由',
    run: async () => {
      await desk.bureau.run('2021-04-16', ['rank']);
      await desk.bureau.run('2021-04-16', ['select', '--by-rank']);
    },
  },
];

async function review({ bureau }: Desk): Promise<void> {
  const { failing } = Waiting.parse(await bureau.run('2021-04-13', ['review'], 3));
  const agree = (level: string, reviewer: string): readonly string[] => [
    'review',
    '--all-eligible',
    ...['--level', level, '--reviewer', reviewer, '--comment', '材料齐全，现场核实符合条件'],
  ];
  await bureau.run('2021-04-13', agree('station', '示例帮扶'));
  await bureau.run('2021-04-14', agree('section', '示例科长'));
  await bureau.run('2021-04-15', agree('leader', '示例局长'));
  const refuse = ['--opinion', 'refuse', '--level', 'leader', '--reviewer', '示例局长'];
  const comment = ['--comment', '不符合创建条件，可在具备条件后下一年度再申请'];
  await bureau.run('2021-04-15', [
    'review',
    ...named(...failing.map((one) => one.name)),
    ...refuse,
    ...comment,
  ]);
}
