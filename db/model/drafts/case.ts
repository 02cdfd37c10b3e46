import { type IsoDate, inChinese } from '../dates.ts';
import type { Fen } from '../money.ts';
import { formatPoints } from '../scoring/points.ts';
import { TO_WRITE, type WritingSection } from '../writing.ts';
import { funding, section, unlessNone, yuan } from './parts.ts';

/** What the records say of one workshop's year. */
export interface CaseFacts {
  readonly workshopId: string;
  readonly name: string;
  readonly ownerName: string;
  readonly township: string;
  readonly products: string;
  readonly situation: string;
  readonly problems: readonly string[];
  readonly measures: readonly string[];
  readonly startedOn: IsoDate | null;
  readonly finishedOn: IsoDate | null;
  readonly helperName: string;
  readonly visits: number;
  readonly spentOwn: Fen;
  readonly spentOther: Fen;
  readonly before: number | null;
  readonly after: number | null;
}

/** What a case is called; the summary names it without the first words. */
export const CASE_TITLE = '典型案例：';

/** Each on a line of its own, numbered where there are several. */
const listed = (lines: readonly string[]): readonly string[] =>
  lines.map((line, index) => `${lines.length > 1 ? `${index + 1}.` : ''}${line.replace(/[。；;]+$/, '')}。`);

const paragraphs = (...lines: readonly string[]): string => lines.filter((one) => one !== '').join('\n');

function basics({ name, township, ownerName, products }: CaseFacts): WritingSection {
  const place = township === '' ? '' : `位于${township}，`;
  const made = products === '' ? TO_WRITE : products;
  return section('basics', '一、基本情况', `${name}${place}业主${ownerName}，主要产品为${made}。`);
}

const before = ({ situation, problems }: CaseFacts): WritingSection =>
  section('before', '二、改造前的主要问题', paragraphs(situation, ...listed(problems)) || TO_WRITE);

function works(one: CaseFacts): WritingSection {
  const page = `/workshops/${one.workshopId}`;
  const count = one.measures.length;
  const span = [
    one.startedOn === null ? '' : `${inChinese(one.startedOn)}开工`,
    one.finishedOn === null ? '' : `${inChinese(one.finishedOn)}完成`,
  ].filter((part) => part !== '');
  const helper = one.helperName === '' ? '' : `帮扶责任人${one.helperName}`;
  const text = paragraphs(
    count === 0 ? TO_WRITE : `按照“一坊一策”，确定改造任务${count}项${count === 1 ? '：' : '。'}`,
    ...listed(one.measures),
    span.length === 0 ? '' : `改造于${span.join('，')}。`,
    unlessNone(one.visits, `${helper}到现场走访帮扶${one.visits}次。`),
  );
  return section('works', '三、改造和帮扶', text, [
    ['改造任务', `${count}项`, page],
    ['走访帮扶', `${one.visits}次`, page],
  ]);
}

function scoresOf({ before: first, after: last }: CaseFacts): string {
  const told = [
    first === null ? '' : `改造前自查${formatPoints(first)}分`,
    last === null ? '' : `县级考评${formatPoints(last)}分`,
  ].filter((part) => part !== '');
  return told.length === 0 ? '' : `${told.join('，')}。`;
}

function effects(one: CaseFacts): WritingSection {
  const { spentOwn, spentOther, workshopId } = one;
  const spent = unlessNone(spentOwn + spentOther, `改造实际投入${funding(spentOwn, spentOther)}。`);
  const page = `/workshops/${workshopId}`;
  const points = (value: number | null): string => (value === null ? '—' : `${formatPoints(value)}分`);
  return section('effects', '四、改造成效', `${spent}${scoresOf(one)}${TO_WRITE}`, [
    ['实际业主自筹', yuan(spentOwn), page],
    ['实际其他资金', yuan(spentOther), page],
    ['改造前得分', points(one.before), page],
    ['改造后得分', points(one.after), page],
  ]);
}

/** 典型案例 of one workshop. */
export const caseDraft = (one: CaseFacts): readonly WritingSection[] => [
  basics(one),
  before(one),
  works(one),
  effects(one),
];
