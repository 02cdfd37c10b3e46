import { inChinese } from '../../db/model/dates.ts';
import type { PublicityReportPaper } from '../../db/model/papers/publicity.ts';
import { OBJECTION_OUTCOMES } from '../../db/model/terms.ts';
import { cell, column, heading, label, paragraph, together } from './build.ts';
import type { Block, OfficialDocument } from './official.ts';
import { workshopsInProject } from './programme.ts';
import { daysInWords } from './publicNotice.ts';
import { sentence, shortDay } from './values.ts';

function postingText({ place, postedBy, postedNote, posted, supplementary }: PublicityReportPaper): string {
  const list = supplementary ? '递补创建名单' : '创建名单';
  const by = postedBy === '' ? '' : `，由${postedBy}发布`;
  const how = postedNote === '' ? '' : `发布方式：${sentence(postedNote)}`;
  return `${list}${posted}家在${place}公示${by}。${how}`;
}

function objectionBlocks({ objections, year }: PublicityReportPaper): readonly Block[] {
  if (objections.length === 0) return [paragraph('公示期间未收到异议。')];
  return [
    paragraph(`公示期间收到异议${objections.length}件，均已核查处理，情况如下：`),
    {
      kind: 'table',
      columns: [column(9, 'center'), column(19, 'center'), column(36), column(23, 'center'), column(66)],
      header: [[label('序号'), label('收到日期'), label('针对'), label('结论'), label('核查处理情况')]],
      rows: objections.map((one, index) => [
        cell(String(index + 1)),
        cell(shortDay(one.receivedOn, year)),
        cell(one.concerning),
        cell(OBJECTION_OUTCOMES[one.outcome]),
        cell(`${sentence(one.handling)}（${shortDay(one.settledOn, year)}）`),
      ]),
      totals: [],
    },
  ];
}

const departureBlocks = ({ left }: PublicityReportPaper): readonly Block[] =>
  left.length === 0
    ? [paragraph('公示名单没有变动。')]
    : left.map(({ name, departure: { on, because, reason } }) =>
        paragraph(
          because === 'withdrawn'
            ? sentence(`${name}于${inChinese(on)}退出，原因：${reason}`)
            : `${name}因异议成立，于${inChinese(on)}取消。`,
        ),
      );

function conclusion({ remaining, objections, posted }: PublicityReportPaper): string {
  if (objections.some((one) => one.outcome === 'upheld' && one.concerning === '名单整体'))
    return '针对名单整体的异议成立，本次公示不作为确定名单的依据，将重新公示。';
  if (remaining.length === 0) return '公示名单上的小作坊均已退出或者取消，本次公示不确定创建名单。';
  const result = objections.length === 0 ? '公示期满无异议' : '公示期满，异议均已处理完毕';
  const all = remaining.length === posted ? '公示的' : '其余';
  return `${result}，${all}${remaining.length}家拟列入创建名单：${remaining.join('、')}。`;
}

/** 《公示情况说明》: period, place, objections and how they ended, who left, conclusion. Never who objected. */
export function publicityReportDocument(paper: PublicityReportPaper): OfficialDocument {
  const { bureau, year, firstDay, lastDay, asOf } = paper;
  return {
    name: `${year}年创建名单公示情况说明`,
    office: bureau.name,
    madeOn: asOf,
    layout: 'official',
    orientation: 'portrait',
    title: [`${year}年`, workshopsInProject(paper.programmeName), '创建名单', '公示情况说明'],
    blocks: [
      heading(1, '一、公示时间和方式'),
      paragraph(`公示期为${inChinese(firstDay)}至${inChinese(lastDay)}（${daysInWords(paper)}）。`),
      paragraph(postingText(paper)),
      heading(1, '二、异议受理和处理'),
      ...objectionBlocks(paper),
      heading(1, '三、名单变动'),
      ...departureBlocks(paper),
      heading(1, '四、结论'),
      paragraph(conclusion(paper)),
      together({ kind: 'signOff', office: bureau.name, date: asOf, sealRoom: true }),
    ],
    isPublic: false,
  };
}
