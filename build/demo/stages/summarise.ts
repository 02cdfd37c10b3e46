import { z } from 'zod';
import { TO_WRITE } from '../../../db/model/writing.ts';
import { type Desk, handUp, named, type Step, typed } from '../desk.ts';
import { LAST_DAY, STORY } from '../story.ts';

const Written = z.looseObject({
  sections: z.array(z.object({ key: z.string(), heading: z.string(), text: z.string() })),
});
const Attached = z.looseObject({
  attachments: z.array(z.looseObject({ id: z.string(), role: z.string() })),
});

/** What only the office can say, by section. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  problems:
    '一是个别业主资金紧张，改造投入不及时；二是索证索票、投料记录等日常管理还不够规范；三是知名度不高，注册商标的作坊少。',
  next: '一是对已公布的小作坊每季度回访一次，防止反弹；二是指导未达标的小作坊继续整改，具备条件后下一年度再申请；三是帮助有特色的小作坊申请商标和非物质文化遗产。',
};
const CASE_EFFECT = '改造后地面、隔断和防护设施全部更新，日常台账齐全，附近商超主动上门订货。';

/** Completes what the records pre-wrote where they left a place open. */
async function complete(
  desk: Desk,
  today: string,
  which: readonly string[],
  file: string,
  words: (key: string) => string,
  photos: readonly string[] = [],
): Promise<void> {
  const { sections } = Written.parse(await desk.bureau.run(today, ['summary', ...which]));
  const open = sections.filter((one) => one.text.includes(TO_WRITE));
  const edited = open.map(({ key, heading, text }) => ({
    key,
    heading,
    text: text.replaceAll(TO_WRITE, words(key)),
  }));
  const path = await typed(desk, file, JSON.stringify({ sections: edited, photos }, null, 2));
  await desk.bureau.run(today, ['summary', ...which, '--set', path, '--finish']);
}

async function writeCase(desk: Desk): Promise<void> {
  const who = named(STORY.exemplary);
  const { attachments } = Attached.parse(await desk.bureau.run('2021-11-18', ['attachments', ...who]));
  const photos = attachments.filter((one) => ['before', 'after'].includes(one.role)).map((one) => one.id);
  const which = ['--case', STORY.exemplary];
  await complete(desk, '2021-11-18', which, '典型案例_修改.json', () => CASE_EFFECT, photos);
}

/** 典型案例, 创建工作总结 and its hand-up in November. */
export const summarySteps = (desk: Desk): readonly Step[] => [
  {
    title: '生成典型案例（附改造前后照片）和创建工作总结，补充后定稿，报送',
    run: async () => {
      await writeCase(desk);
      await complete(desk, '2021-11-18', [], '工作总结_修改.json', (key) => OWN_WORDS[key] ?? '');
      await handUp(desk, '工作总结', '2021-11-19', { report: 'new' });
      await desk.bureau.run('2021-11-19', ['duties', '--done', '12', '--done', '13']);
    },
  },
];

const Calendar = z.looseObject({
  calendar: z.array(z.looseObject({ label: z.string(), state: z.string(), sentLate: z.boolean() })),
});

/** When the money is paid: the summary with the last figures replaces November's, and nothing is left to hand up. */
export const closingSteps = (desk: Desk): readonly Step[] => [
  {
    title: '奖补发完，总结重新取数定稿，更正报送',
    run: async () => {
      await desk.bureau.run(LAST_DAY, ['summary', '--reopen', '--renew', '--finish']);
      await handUp(desk, '工作总结', LAST_DAY, { report: 'again', correct: '补充省厅公布和奖补发放情况' });
    },
  },
  {
    title: '全年报送事项：全部按时报送',
    run: async () => {
      const { calendar } = Calendar.parse(await desk.bureau.run(LAST_DAY, ['calendar']));
      const open = calendar.filter((one) => one.sentLate || !['sent', 'corrected'].includes(one.state));
      if (open.length > 0) throw new Error(`Not handed up in time: ${open.map((one) => one.label).join()}`);
    },
  },
];
