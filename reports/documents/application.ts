import { inChinese } from '../../db/model/dates.ts';
import type { ApplicationPaper } from '../../db/model/papers/selection.ts';
import { CERTIFICATE_KINDS, GENDERS, type ReviewLevel } from '../../db/model/terms.ts';
import { cell, column, label, note, signatureFoot, together } from './build.ts';
import type { Cell, Form, OfficialDocument } from './official.ts';
import { opinionBox } from './opinions.ts';
import { workshopsName } from './programme.ts';
import { count, day, squareMetres, yuan } from './values.ts';

type Applicant = NonNullable<ApplicationPaper['applicant']>;

/** A blank form has the same cells, empty. */
const from =
  (applicant: ApplicationPaper['applicant']) =>
  (read: (applicant: Applicant) => string): string =>
    applicant === null ? '' : read(applicant);

/** A blank form names the unit where the figure is written, and leaves the places of a date. */
const DATE_BLANK = '　　　　年　　月　　日';
const measured = (unit: string, text: string): Cell =>
  text === '' ? cell(unit, { align: 'right' }) : cell(text);
const dated = (text: string): Cell => cell(text === '' ? DATE_BLANK : text);

const COLUMNS = [column(23), column(27), column(23), column(27)];
const WIDE = { columns: 3 };

const form = (rows: readonly (readonly Cell[])[]): Form => ({ kind: 'form', columns: COLUMNS, rows });

function certificate({ workshop }: Applicant): string {
  const kind = workshop.certificateKind === null ? '' : CERTIFICATE_KINDS[workshop.certificateKind];
  return [kind, workshop.certificateNo].filter((part) => part !== '').join('　');
}

/** Who applies, in the order of the paper form (research §4.2). */
function identityRows(paper: ApplicationPaper): readonly (readonly Cell[])[] {
  const value = from(paper.applicant);
  return [
    [
      label('小作坊名称'),
      cell(
        value((one) => one.workshop.name),
        WIDE,
      ),
    ],
    [
      label('业主（负责人）\n姓名'),
      cell(value((one) => one.workshop.ownerName)),
      label('性别'),
      cell(value(({ workshop: { ownerGender } }) => (ownerGender ? GENDERS[ownerGender] : '')) || '□男　□女'),
    ],
    [
      label('身份证号码'),
      cell(value((one) => one.private.idNumber ?? '')),
      label('联系电话'),
      cell(value((one) => one.private.phone ?? '')),
    ],
    [
      label('统一社会信用代码\n（营业执照编号）'),
      cell(value((one) => one.workshop.creditCode)),
      label('经济性质'),
      cell(value((one) => one.workshop.economicType)),
    ],
    [
      label('小作坊证照\n类型、编号'),
      cell(value(certificate)),
      label('证照有效期至'),
      dated(value((one) => day(one.workshop.certificateValidUntil))),
    ],
    [
      label('生产加工地址'),
      cell(
        value((one) => one.workshop.address),
        WIDE,
      ),
    ],
    [
      label('所属县（市、区）、\n乡镇（街道）'),
      cell(
        [paper.bureau.district, value((one) => one.workshop.township)]
          .filter((part) => part !== '')
          .join('　'),
      ),
      label('所属监管所'),
      cell(value((one) => one.workshop.station)),
    ],
  ];
}

function premisesRows(paper: ApplicationPaper): readonly (readonly Cell[])[] {
  const value = from(paper.applicant);
  return [
    [
      label('开办时间'),
      dated(value((one) => day(one.workshop.openedOn))),
      label('从业人员数'),
      measured(
        '人',
        value((one) => count(one.application.staffCount, '人')),
      ),
    ],
    [
      label('持健康证人数'),
      measured(
        '人',
        value((one) => count(one.application.healthCertificateCount, '人')),
      ),
      label('场所总面积'),
      measured(
        '平方米',
        value((one) => squareMetres(one.application.totalArea)),
      ),
    ],
    [
      label('加工操作间使用面积'),
      measured(
        '平方米',
        value((one) => squareMetres(one.application.operationArea)),
      ),
      label('食品类别'),
      cell(value((one) => one.workshop.foodCategory)),
    ],
    [
      label('品种明细'),
      cell(
        value((one) => one.workshop.products),
        WIDE,
      ),
    ],
    [
      label('执行标准'),
      cell(
        value((one) => one.workshop.standard),
        WIDE,
      ),
    ],
    [
      label('年产量'),
      cell(value((one) => one.application.annualOutput)),
      label('年销售额'),
      measured(
        '元',
        value((one) => yuan(one.application.annualSales)),
      ),
    ],
  ];
}

/** Long answers: a blank form leaves room to write. */
function accountRows(paper: ApplicationPaper): readonly (readonly Cell[])[] {
  const value = from(paper.applicant);
  const long = (title: string, read: (applicant: Applicant) => string, lines: number): readonly Cell[] => {
    const text = value(read);
    return [label(title), cell(text, { ...WIDE, room: text === '' ? lines - 1 : 0 })];
  };
  return [
    long('主要设备', (one) => one.application.equipment, 3),
    long('工艺与地方特色', (one) => one.application.speciality, 3),
    long('商标、老字号、\n非遗、荣誉情况', (one) => one.application.honours, 3),
    long('近两年抽检\n和处罚情况', (one) => one.application.penalties, 3),
    long('目前存在的主要问题', (one) => one.application.problems, 3),
    long('计划改造内容', (one) => one.application.renovation, 4),
  ];
}

/** Problems and plans stand on the second page, where there is room to write, unless much was typed there. */
const MOST_ON_SECOND_PAGE = 200;
const movesOver = ({ applicant, decided }: ApplicationPaper): boolean => {
  const plans = applicant === null ? [] : [applicant.application.problems, applicant.application.renovation];
  const typed = [...plans, ...decided.opinions.map((one) => one.comment)];
  return typed.join('').length <= MOST_ON_SECOND_PAGE;
};

/** The form's two pages: the second is one piece, from the money to the leader's opinion. */
function pagesOf(paper: ApplicationPaper): readonly [Form, Form] {
  const account = accountRows(paper);
  const cut = account.length - (movesOver(paper) ? 2 : 0);
  return [
    form([...identityRows(paper), ...premisesRows(paper), ...account.slice(0, cut)]),
    form([...account.slice(cut), ...decisionRows(paper)]),
  ];
}

function promiseText(paper: ApplicationPaper): string {
  const minimum = yuan(paper.policy.minOwnInvestment);
  return `本人自愿申请参加创建，承诺业主自筹改造资金投入不低于${minimum}，保证资金按期足额到位；所填内容和所附材料真实有效，如有不实，愿承担相应责任。`;
}

function publicityText({ decided: { publicity } }: ApplicationPaper): string {
  if (publicity === null) return '';
  const { firstDay, lastDay, cancelledOn, removedOn } = publicity;
  if (cancelledOn !== null) return `公示已于${inChinese(cancelledOn)}撤销`;
  const removed = removedOn === null ? '' : `；${inChinese(removedOn)}取消`;
  return `${inChinese(firstDay)}至${inChinese(lastDay)}公示${removed}`;
}

/** Left to be ticked while it is not decided. */
function rosterText({ decided: { publicity, onRoster } }: ApplicationPaper): string {
  if (onRoster) return '是';
  return publicity?.removedOn ? '否（公示后取消）' : '□ 是　　□ 否';
}

/** Plan of money, promise, and the opinions of the three levels. */
function decisionRows(paper: ApplicationPaper): readonly (readonly Cell[])[] {
  const value = from(paper.applicant);
  const opinion = (title: string, level: ReviewLevel): readonly Cell[] => [
    label(title),
    opinionBox(paper.decided.opinions, level, { ...WIDE, room: 4 }),
  ];
  return [
    [
      label('计划投入改造资金\n（业主自筹）'),
      measured(
        '元',
        value((one) => yuan(one.application.plannedInvestment)),
      ),
      label('资金投入承诺日期'),
      dated(value((one) => day(one.application.promisedOn))),
    ],
    [label('申请人承诺'), cell(promiseText(paper), { ...WIDE, room: 1, foot: signatureFoot('申请人签字') })],
    opinion('监管所意见', 'station'),
    opinion(`${paper.bureau.section}\n意见`, 'section'),
    opinion('主管领导审核意见', 'leader'),
    [label('公示情况'), cell(publicityText(paper), { ...WIDE, room: 1 })],
    [label('是否列入创建名单'), cell(rosterText(paper), WIDE)],
  ];
}

/** 《申请表》, blank or filled. Carries private numbers: it is for the file, never for the public. */
export function applicationDocument(paper: ApplicationPaper): OfficialDocument {
  const { applicant, bureau, policy } = paper;
  const [facts, decisions] = pagesOf(paper);
  return {
    name: applicant ? `${applicant.workshop.name}申请表` : '申请表（空白）',
    office: bureau.name,
    madeOn: applicant?.application.appliedOn ?? policy.phases.apply.from,
    layout: 'form',
    orientation: 'portrait',
    title: [`${workshopsName(paper.programmeName)}申请表`],
    subtitle: `（${paper.year}年度）`,
    blocks: [
      facts,
      together(
        decisions,
        note(
          '填表说明：1. 面积以平方米、金额以元为单位填写。2. 随表提交身份证、营业执照、小作坊证照、从业人员健康证明复印件，场所平面图，资金投入承诺书及改造前照片。3. 本表一式两份，申请人和受理单位各存一份。',
        ),
      ),
    ],
    isPublic: false,
  };
}
