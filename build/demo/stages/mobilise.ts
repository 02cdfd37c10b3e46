import { z } from 'zod';
import { DEMO_PROFILE } from '../applicants.ts';
import { type Desk, type Step, typed } from '../desk.ts';
import { picture } from '../picture.ts';

const MEETING = {
  heldOn: '2021-03-25',
  place: '示例县市场监督管理局三楼会议室',
  host: '示例局长',
  topic: '2021年食品加工小作坊创建工程动员会',
  participants: '局领导、食品生产监管科、各监管所负责人，食品加工小作坊业主代表',
  headcount: 46,
  content:
    '一、传达实施方案，讲明创建的意义、标准、步骤和时限。\n二、部署任务分解，各监管所逐户宣传，帮助有意愿的业主填写申请表。\n三、强调坚持自愿申报、公开择优，不收取任何费用。',
};

const Meetings = z.looseObject({ meetings: z.array(z.looseObject({ id: z.string() })).min(1) });

/** 动员准备: first start, meeting, duties. */
export const mobiliseSteps = (desk: Desk): readonly Step[] => [
  {
    title: '首次启动：建立单位数据，生成恢复码',
    run: async () => {
      const profile = await typed(desk, '单位信息.json', JSON.stringify(DEMO_PROFILE, null, 2));
      await desk.bureau.run('2021-03-22', ['init', '--profile', profile]);
    },
  },
  {
    title: '召开宣传动员会，附签到表照片',
    run: async () => {
      const meeting = await typed(desk, '动员会.json', JSON.stringify(MEETING, null, 2));
      const added = await desk.bureau.run('2021-03-25', ['meetings', '--add', meeting]);
      const [first] = Meetings.parse(added).meetings;
      const photo = await typed(desk, '签到表.jpg', picture('sheet'));
      const subject = ['--subject', `meeting:${first?.id ?? ''}`, '--role', 'signIn'];
      await desk.bureau.run('2021-03-25', ['attach', photo, ...subject]);
    },
  },
  {
    title: '按通知分解任务，落实责任单位和责任人',
    run: async () => {
      await desk.bureau.run('2021-03-26', ['duties', '--from', 'notice']);
      await desk.bureau.run('2021-03-26', ['duties', '--done', '1', '--done', '2']);
    },
  },
];
