import { inChinese } from '../db/model/dates.ts';
import { monthInChinese } from '../db/model/monthly.ts';
import { safeFileName } from '../db/model/package.ts';
import { PAPER_TITLES, type Paper, type PaperFormat } from '../db/model/papers.ts';
import { assertNever } from '../db/model/problems.ts';
import { INSPECTION_LEVELS } from '../db/model/terms.ts';

/** What tells papers of one kind apart. No private number ever stands in a file name. */
function particulars(paper: Paper): readonly string[] {
  switch (paper.paper) {
    case 'application':
    case 'promise':
      return [paper.applicant?.workshop.name ?? '空白'];
    case 'selectionNotice':
      return [`${paper.year}年`, inChinese(paper.firstDay)];
    case 'roster':
      return [paper.bureau.name, `${paper.year}年`, ...(paper.batch > 1 ? [`第${paper.batch}批`] : [])];
    case 'plan':
      return [
        paper.record.workshopName,
        `第${paper.record.revision}版${paper.checkCode === null ? '草稿' : ''}`,
      ];
    case 'planLedger':
      return [paper.bureau.name, paper.asOf];
    case 'assistanceRecord':
      return [paper.workshop.name, paper.single ? (paper.visits[0]?.visitedOn ?? '空白') : `${paper.year}年`];
    case 'helperList':
      return [paper.bureau.name, paper.asOf];
    case 'taskClosure':
      return [paper.workshopName, paper.asOf];
    case 'monthly':
      return [paper.bureau.name, monthInChinese(paper.report.month)];
    case 'list':
      return [paper.title, paper.asOf];
    case 'paymentList':
      return [paper.title, paper.madeOn];
    case 'resultNotice':
      return [`${paper.year}年`, inChinese(paper.firstDay)];
    case 'submissionList':
      return [paper.folderName];
    case 'recoverySheet':
      return [paper.bureau.name, paper.madeOn];
    case 'meetingMinutes':
      return [paper.meeting.heldOn, paper.meeting.topic.slice(0, 20)];
    case 'scoreSheet': {
      const name = paper.workshop?.name ?? '空白';
      return [INSPECTION_LEVELS[paper.level], name, ...(paper.sheet ? [paper.sheet.inspectedOn] : [])];
    }
    case 'scoreSheets':
      return [INSPECTION_LEVELS[paper.level], `${paper.workshops.length}家`];
    case 'qualification':
    case 'archiveCover':
    case 'archiveCatalogue':
    case 'archiveClosing':
      return [paper.workshopName];
    case 'archiveExtract':
    case 'archivePhotos':
      return [paper.workshopName, paper.title];
    case 'publicityReport':
      return [`${paper.year}年`, inChinese(paper.firstDay)];
    case 'rosterChanges':
    case 'inspectionSummary':
      return [paper.bureau.name, paper.asOf];
    case 'recommended':
    case 'finalList':
    case 'finalListPublic':
      return [paper.bureau.name, `${paper.year}年`];
    case 'writing':
      return [paper.title];
    case 'selectionReport':
    case 'dutyTable':
      return [paper.bureau.name, `${paper.year}年`];
    default:
      return assertNever(paper);
  }
}

/** `改造提升方案_示例作坊_第1版.pdf` */
export const fileNameOf = (paper: Paper, format: PaperFormat): string =>
  `${safeFileName([PAPER_TITLES[paper.paper], ...particulars(paper)].join('_'))}.${format}`;
