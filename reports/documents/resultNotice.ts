import { inChinese } from '../../db/model/dates.ts';
import type { ResultNoticePaper } from '../../db/model/papers.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { heading, paragraph, together } from './build.ts';
import type { Block, OfficialDocument } from './official.ts';
import { projectName, workshopsInProject } from './programme.ts';
import { daysInWords, objectionBlocks, publicTable } from './selectionNotice.ts';

/** Up to this many stand in the text; a longer list becomes the 附件. */
const MOST_IN_TEXT = 12;

const signOff = ({ bureau, firstDay }: ResultNoticePaper): Block => ({
  kind: 'signOff',
  office: bureau.name,
  date: firstDay,
  sealRoom: true,
});

function listAndEnd(paper: ResultNoticePaper, listName: string): readonly Block[] {
  const objections = objectionBlocks(paper);
  if (paper.entries.length <= MOST_IN_TEXT) {
    return [
      heading(1, '一、考评验收合格名单'),
      publicTable(paper.entries),
      heading(1, '二、异议反映'),
      ...objections.slice(0, 1),
      together(...objections.slice(1), signOff(paper)),
    ];
  }
  return [
    ...objections.slice(0, 1),
    together(...objections.slice(1), { kind: 'annexes', names: [listName] }, signOff(paper)),
    { kind: 'annexStart', label: '附件', title: listName },
    publicTable(paper.entries),
  ];
}

/** 《考评验收合格公示》 (research §5.2 b): that the scores reached the pass score, explicit dates, how to object. */
export function resultNoticeDocument(paper: ResultNoticePaper): OfficialDocument {
  const { bureau, year, entries, firstDay, lastDay, counted } = paper;
  const project = projectName(paper.programmeName);
  const basis = paper.basis === '' ? `${year}年${project}工作安排` : `${paper.basis}要求`;
  const where = entries.length <= MOST_IN_TEXT ? '名单如下' : '名单见附件';
  const days = counted === null ? '' : `（${daysInWords({ firstDay, lastDay, ...counted })}）`;
  return {
    name: `关于${year}年${project}考评验收合格名单的公示`,
    office: bureau.name,
    madeOn: firstDay,
    layout: 'official',
    orientation: 'portrait',
    title: [`关于${year}年`, workshopsInProject(paper.programmeName), '创建工程', '考评验收合格名单的公示'],
    blocks: [
      paragraph(
        `根据${basis}，对照验收评分标准现场打分、逐级考评验收，${entries.length}家食品加工小作坊考评得分达到${formatPoints(paper.passScore)}分以上，拟确定为验收合格，${where}，现予以公示。`,
      ),
      paragraph(`公示期为${inChinese(firstDay)}至${inChinese(lastDay)}${days}。`),
      ...listAndEnd(paper, `${year}年${project}考评验收合格名单`),
    ],
    isPublic: true,
  };
}
