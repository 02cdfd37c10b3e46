import { fen, formatYuan, inChineseCapitals } from '../../db/model/money.ts';
import type { PromisePaper } from '../../db/model/papers/selection.ts';
import { paragraph, plainLine, together } from './build.ts';
import type { OfficialDocument } from './official.ts';
import { projectName } from './programme.ts';
import { yuanInFull } from './values.ts';

/** A rule to write on by hand. */
const blank = (characters: number): string => '＿'.repeat(characters);

const amountText = (planned: number | null): string =>
  planned === null
    ? `人民币${blank(8)}元（大写：${blank(14)}）`
    : `人民币${formatYuan(fen(planned))}元（大写：${inChineseCapitals(fen(planned))}）`;

/** 《资金投入承诺书》: the owner's written promise the notice asks for (二、创建原则). */
export function promiseDocument(paper: PromisePaper): OfficialDocument {
  const { applicant, bureau, policy, year } = paper;
  const name = applicant?.workshop.name ?? blank(10);
  const owner = applicant?.workshop.ownerName ?? blank(5);
  return {
    name: applicant ? `${applicant.workshop.name}资金投入承诺书` : '资金投入承诺书（空白）',
    office: bureau.name,
    madeOn: applicant?.application.promisedOn ?? policy.phases.apply.from,
    layout: 'official',
    orientation: 'portrait',
    title: ['资金投入承诺书'],
    addressee: bureau.name,
    blocks: [
      paragraph(
        `本人${owner}，系${name}业主，自愿参加${year}年${projectName(paper.programmeName)}，已了解创建条件、建设标准和工作要求，现就改造资金投入郑重承诺如下：`,
      ),
      paragraph(
        `一、计划投入改造资金${amountText(applicant?.application.plannedInvestment ?? null)}，其中业主自筹资金不低于${yuanInFull(policy.minOwnInvestment)}。`,
      ),
      paragraph('二、资金来源合法，按照改造进度按期足额到位，全部用于改造提升方案所列改造任务，不挪作他用。'),
      paragraph('三、如实记录资金使用情况，保存合同、票据等凭证，接受监管部门核查。'),
      together(
        paragraph('四、如因资金投入不足未能通过考评验收，或者所作承诺不实，自愿承担相应责任。'),
        plainLine(''),
        plainLine('承诺人（签字、按手印）：　　　　　　　　', 'right'),
        plainLine(''),
        plainLine('小作坊（盖章）：　　　　　　　　', 'right'),
        plainLine('　　　年　　月　　日　　', 'right'),
      ),
    ],
    isPublic: false,
  };
}
