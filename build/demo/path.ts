import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bureau } from './bureau.ts';
import { applicantsWorkbook, PROFILE, plansWorkbook } from './fictional.ts';

const Signed = z.object({ workshops: z.array(z.object({ name: z.string(), stage: z.string() })) });

export interface Step {
  readonly title: string;
  run(): Promise<unknown>;
}

/** From first start to plans under way; `inputs` receives the workbooks an office would have typed. */
export function pathSteps(bureau: Bureau, inputs: string): readonly Step[] {
  const profile = join(inputs, '单位信息.json');
  const applicants = join(inputs, '报名汇总表.xlsx');
  const plans = join(inputs, '改造任务表.xlsx');
  const sign = ['--leader', '示例局长', '--section-head', '示例科长'];
  return [
    {
      title: '首次启动：建立单位数据，生成恢复码',
      run: async () => {
        await writeFile(profile, JSON.stringify(PROFILE, null, 2));
        await bureau.run('2021-04-01', ['init', '--profile', profile]);
      },
    },
    {
      title: '导入报名表：没有写明的单位要说明，有问题的行被指出，只导入有效行',
      run: async () => {
        await writeFile(applicants, await applicantsWorkbook());
        await bureau.run('2021-04-12', ['import', applicants], 2);
        await bureau.run('2021-04-12', ['import', applicants, '--only-valid', '--area-unit', '㎡']);
      },
    },
    {
      title: '审核：列出不符合条件的，通过符合条件的',
      run: async () => {
        await bureau.run('2021-04-13', ['review'], 3);
        await bureau.run('2021-04-13', [
          'review',
          '--all-eligible',
          '--reviewer',
          '示例局长',
          '--comment',
          '同意',
        ]);
      },
    },
    {
      title: '名额内遴选',
      run: () => bureau.run('2021-04-14', ['select', '--all-eligible', '--reason', '符合条件，具有地方特色']),
    },
    {
      title: '公示创建名单',
      run: () => bureau.run('2021-04-15', ['publicise', '--place', '示例县人民政府网站']),
    },
    {
      title: '公示期内不能确定名单；期满后确定',
      run: async () => {
        await bureau.run('2021-04-20', ['confirm-roster'], 2);
        await bureau.run('2021-04-25', ['confirm-roster']);
      },
    },
    {
      title: '编制改造提升方案：导入任务表',
      run: async () => {
        const { workshops } = Signed.parse(await bureau.run('2021-05-06', ['list']));
        const planned = workshops.filter((one) => one.stage === 'planning').map((one) => one.name);
        await writeFile(plans, await plansWorkbook(planned));
        await bureau.run('2021-05-06', ['import-plans', plans]);
      },
    },
    {
      title: '提交签批，领导退回一份，其余签字',
      run: async () => {
        const { workshops } = Signed.parse(await bureau.run('2021-05-07', ['list']));
        const [first, ...others] = workshops.filter((one) => one.stage === 'drafting').map((one) => one.name);
        await bureau.run('2021-05-07', ['submit', '--all']);
        const back = ['--return', '--opinion', '请细化生熟区分隔的做法和预算'];
        await bureau.run('2021-05-10', ['sign', '--name', first ?? '', '--leader', '示例局长', ...back]);
        await bureau.run('2021-05-10', ['sign', ...others.flatMap((name) => ['--name', name]), ...sign]);
      },
    },
  ];
}
