import { expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import type { PublicityReportPaper, RosterChangesPaper } from '../../../db/model/papers/publicity.ts';
import type { QualificationPaper, SelectionReportPaper } from '../../../db/model/papers/selection.ts';
import { documentOf } from '../../../reports/documents/document.ts';
import { textOf } from '../../../reports/documents/textOf.ts';
import { bureau, rosterPaper, selectionNoticePaper } from './samples.ts';

const head = { bureau, year: 2021, programmeName: '名优特' };
const textsOf = (paper: Parameters<typeof documentOf>[0]): string => textOf(documentOf(paper)).join('\n');

const report: PublicityReportPaper = {
  paper: 'publicityReport',
  ...head,
  asOf: isoDate('2021-04-25'),
  firstDay: isoDate('2021-04-15'),
  lastDay: isoDate('2021-04-22'),
  days: 7,
  countingRule: 'naturalExcludingFirst',
  place: '示例县人民政府网站',
  postedBy: '示例经办',
  postedNote: '“通知公告”栏目',
  supplementary: false,
  posted: 3,
  objections: [
    {
      receivedOn: isoDate('2021-04-18'),
      concerning: '示例甲坊',
      outcome: 'upheld',
      settledOn: isoDate('2021-04-20'),
      handling: '经现场核查，情况属实',
    },
  ],
  left: [
    { name: '示例甲坊', departure: { on: isoDate('2021-04-20'), because: 'objection', reason: '异议成立' } },
    { name: '示例乙坊', departure: { on: isoDate('2021-04-21'), because: 'withdrawn', reason: '外出务工' } },
  ],
  remaining: ['示例丙坊'],
};

it('tells in 公示情况说明 when, where, what was objected, who left and what follows', () => {
  const text = textsOf(report);
  for (const part of [
    '公示期为2021年4月15日至2021年4月22日（7个自然日，不含发布当日）。',
    '创建名单3家在示例县人民政府网站公示，由示例经办发布。发布方式：“通知公告”栏目。',
    '公示期间收到异议1件',
    '经现场核查，情况属实。（4月20日）',
    '示例甲坊因异议成立，于2021年4月20日取消。',
    '示例乙坊于2021年4月21日退出，原因：外出务工。',
    '其余1家拟列入创建名单：示例丙坊。',
  ])
    expect(text).toContain(part);
  const calm = textsOf({ ...report, objections: [], left: [], remaining: ['甲', '乙', '丙'] });
  expect(calm).toContain('公示期间未收到异议。');
  expect(calm).toContain('公示期满无异议，公示的3家拟列入创建名单');
});

it('prints the opinions recorded in 资格审核表 and leaves room for the others', () => {
  const paper: QualificationPaper = {
    paper: 'qualification',
    ...head,
    workshopName: '示例镇豆腐坊',
    ownerName: '示例甲',
    address: '示例县示例镇',
    products: '豆腐',
    certificateNo: '示例登字1号',
    appliedOn: isoDate('2021-04-06'),
    conditions: [
      { condition: '面积不少于30㎡', found: '42㎡', met: true, note: '' },
      { condition: '具有地方特色', found: '', met: null, note: '' },
    ],
    materials: [{ material: '营业执照复印件', optional: false, received: '' }],
    opinions: [
      {
        level: 'leader',
        opinion: 'agree',
        comment: '符合条件',
        reviewerName: '示例局长',
        reviewedOn: isoDate('2021-04-12'),
      },
    ],
  };
  const text = textsOf(paper);
  expect(text).toContain('同意。符合条件。');
  expect(text).toContain('（示例局长）');
  expect(text).toContain('□符合　□不符合');
  expect(text.indexOf('监管所')).toBeLessThan(text.indexOf('主管领导'));
});

it('says why of everybody in 遴选情况表', () => {
  const row = {
    rank: 1,
    name: '示例甲坊',
    ownerName: '示例甲',
    plannedInvestment: 2_000_000,
    operationArea: 4_000,
    health: '4/4',
    honours: '',
    penalties: '无',
    points: 70,
    suggestedRank: 1,
    decision: '入选',
    reason: '投入较大',
    decidedOn: isoDate('2021-04-14'),
    remark: '',
  } as const;
  const paper: SelectionReportPaper = {
    paper: 'selectionReport',
    ...head,
    asOf: isoDate('2021-04-14'),
    quota: 1,
    criteria: '业主投入30分',
    rows: [
      row,
      { ...row, rank: 2, name: '示例乙坊', decision: '未入选', reason: '名额已满' },
      { ...row, rank: 3, name: '示例丙坊', remark: '退出' },
    ],
  };
  const text = textsOf(paper);
  expect(text).toContain('名额已满');
  expect(text).toContain('参加遴选3家，名额1家，入选1家（另有1家入选后退出或取消）。');
});

it('marks what supplements an earlier list', () => {
  expect(textsOf({ ...selectionNoticePaper(), supplementary: true })).toContain('递补创建名单的公示');
  const supplement = textsOf({ ...rosterPaper(1), batch: 2 });
  expect(supplement).toContain('创建名单（补充）');
  expect(supplement).toContain('公示期满。分配名额10家，本批补充确定1家。');
  const change = {
    name: '示例甲坊',
    ownerName: '示例甲',
    address: '示例县',
    products: '豆腐',
    reason: '外出务工',
  };
  const paper: RosterChangesPaper = {
    paper: 'rosterChanges',
    ...head,
    asOf: isoDate('2021-05-20'),
    since: isoDate('2021-04-26'),
    quota: 5,
    left: [{ ...change, on: isoDate('2021-05-10') }],
    joined: [{ ...change, name: '示例丁坊', on: isoDate('2021-05-20'), reason: '第2批补充名单' }],
    current: [{ name: '示例丁坊', ownerName: '示例丁' }],
  };
  const text = textsOf(paper);
  expect(text).toContain('退出1家');
  expect(text).toContain('变动后创建名单共1家（名额5家）：示例丁坊。');
  const unchanged = textsOf({ ...paper, since: null, left: [], joined: [] });
  expect(unchanged).toContain('截至2021年5月20日');
  expect(unchanged).toContain('一、退出\n无。\n二、新增\n无。');
});

it('closes once what somebody closed already', () => {
  const handling = report.objections.map((one) => ({ ...one, handling: '情况属实。' }));
  const text = textsOf({ ...report, objections: handling, postedNote: '“通知公告”栏目。' });
  expect(text).toContain('情况属实。（4月20日）');
  expect(text).not.toContain('。。');
});
