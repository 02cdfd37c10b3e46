import { inChinese } from '../../db/model/dates.ts';
import type { SelectionNoticePaper } from '../../db/model/papers/publicity.ts';
import { paragraph } from './build.ts';
import type { OfficialDocument } from './official.ts';
import { projectName, workshopsInProject } from './programme.ts';
import { daysInWords, listAndEnd, publishing } from './publicNotice.ts';

/** 创建名单公示: basis, how it was decided, the list, explicit dates, how to object and to whom (research §5.2). */
export function selectionNoticeDocument(paper: SelectionNoticePaper): OfficialDocument {
  const { bureau, year, entries, firstDay, lastDay } = paper;
  const project = projectName(paper.programmeName);
  const listName = `${year}年${project}拟创建名单`;
  const basis = paper.basis === '' ? `${year}年${project}工作安排` : `${paper.basis}要求`;
  const list = paper.supplementary ? '递补创建名单' : '创建名单';
  const how = paper.supplementary
    ? '因原名单中有小作坊退出或者取消，按照遴选名次依次递补'
    : `按照“公开标准、自愿申报、严格审核、择优遴选”的原则，经小作坊业主自愿申请、监管所初审、${bureau.section}审核和主管领导审定`;
  return {
    name: `关于${year}年${project}${list}的公示`,
    office: bureau.name,
    madeOn: firstDay,
    layout: 'official',
    orientation: 'portrait',
    title: [`关于${year}年`, workshopsInProject(paper.programmeName), '创建工程', `${list}的公示`],
    blocks: [
      paragraph(
        `根据${basis}，${how}，${bureau.name}拟将${entries.length}家食品加工小作坊列入${year}年创建名单，${publishing(paper)}`,
      ),
      paragraph(`公示期为${inChinese(firstDay)}至${inChinese(lastDay)}（${daysInWords(paper)}）。`),
      ...listAndEnd(paper, '拟确定的创建名单', listName),
    ],
    isPublic: true,
  };
}
