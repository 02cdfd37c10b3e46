import { inChinese } from '../../db/model/dates.ts';
import type { ResultNoticePaper } from '../../db/model/papers/results.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { paragraph } from './build.ts';
import type { OfficialDocument } from './official.ts';
import { projectName, workshopsInProject } from './programme.ts';
import { daysInWords, listAndEnd, publishing } from './publicNotice.ts';

/** 《考评验收合格公示》 (research §5.2 b): that the scores reached the pass score, explicit dates, how to object. */
export function resultNoticeDocument(paper: ResultNoticePaper): OfficialDocument {
  const { bureau, year, entries, firstDay, lastDay, counted } = paper;
  const project = projectName(paper.programmeName);
  const basis = paper.basis === '' ? `${year}年${project}工作安排` : `${paper.basis}要求`;
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
        `根据${basis}，对照验收评分标准现场打分、逐级考评验收，${entries.length}家食品加工小作坊考评得分达到${formatPoints(paper.passScore)}分以上，拟确定为验收合格，${publishing(paper)}`,
      ),
      paragraph(`公示期为${inChinese(firstDay)}至${inChinese(lastDay)}${days}。`),
      ...listAndEnd(paper, '考评验收合格名单', `${year}年${project}考评验收合格名单`),
    ],
    isPublic: true,
  };
}
