import type { OutsideEventView } from '../model/contract/results.ts';
import type { WorkshopPage } from '../model/contract/workshops.ts';
import { type IsoDate, inChinese } from '../model/dates.ts';
import type { WorkshopId } from '../model/ids.ts';
import { formatYuan } from '../model/money.ts';
import type { ArchiveExtractPaper } from '../model/papers/archive.ts';
import { DEPARTURES, PUBLICITY_STATES } from '../model/publicity.ts';
import { RESULT_STATES, type Scored, scoredWords } from '../model/results.ts';
import { formatPoints } from '../model/scoring/points.ts';
import {
  COUNTING_RULES,
  OBJECTION_OUTCOMES,
  OUTSIDE_EVENTS,
  PAYMENT_STATES,
  RESULT_DECISIONS,
} from '../model/terms.ts';
import type { Office } from '../office.ts';
import { isCancelled, paymentRows } from '../payments/payments.ts';
import { publicities } from '../publicity/publicityViews.ts';
import { rosters } from '../publicity/rosters.ts';
import { outsideEvents } from '../results/outsideEvents.ts';
import { resultsView } from '../results/results.ts';
import { paperHead } from './paperHead.ts';

type Facts = ArchiveExtractPaper['facts'];

const fact = (label: string, ...texts: readonly string[]): Facts[number] => ({
  label,
  text: texts.filter((one) => one !== '').join('\n'),
});

const extract = (
  office: Office,
  { workshop: { name } }: WorkshopPage,
  title: string,
  facts: Facts,
  madeOn: IsoDate,
): ArchiveExtractPaper => ({
  paper: 'archiveExtract',
  ...paperHead(office),
  workshopName: name,
  madeOn,
  title,
  facts,
});

/** One notice as far as it concerns the workshop: never what an objection said, nor who made it. */
function noticeFacts(office: Office, workshopId: WorkshopId, today: IsoDate): Facts {
  return publicities(office, today)
    .toReversed()
    .flatMap((notice): Facts => {
      const entry = notice.entries.find((one) => one.workshopId === workshopId);
      if (!entry) return [];
      const { firstDay, lastDay, days, countingRule, place, postedBy, state, cancelled } = notice;
      const objections = notice.objections.filter((one) => one.workshopId === workshopId);
      const settled = objections.map(({ receivedOn, outcome, settledOn }) =>
        outcome === null
          ? `${inChinese(receivedOn)}收到异议，处理中`
          : `${inChinese(receivedOn)}收到异议，${settledOn === null ? '' : `${inChinese(settledOn)}处理完毕，`}${OBJECTION_OUTCOMES[outcome]}`,
      );
      return [
        fact(
          '创建名单公示',
          `${inChinese(firstDay)}至${inChinese(lastDay)}，共${days}日，按${COUNTING_RULES[countingRule]}计算，公示名单第${entry.position}位`,
          `发布位置：${place}${postedBy === '' ? '' : `；发布人：${postedBy}`}`,
          cancelled === null
            ? `公示情况：${PUBLICITY_STATES[state]}`
            : `${inChinese(cancelled.on)}撤销，原因：${cancelled.reason}`,
          entry.departure === null
            ? ''
            : `${inChinese(entry.departure.on)}${DEPARTURES[entry.departure.because]}`,
        ),
        fact('公示期间异议', ...(settled.length === 0 ? ['未收到对本小作坊的异议'] : settled)),
      ];
    });
}

function rosterFacts(office: Office, workshopId: WorkshopId): Facts {
  return rosters(office).flatMap(({ batch, confirmedOn, entries }): Facts => {
    const line = entries.find((one) => one.workshopId === workshopId);
    if (!line) return [];
    return [
      fact(
        batch === 1 ? '创建名单' : `创建名单（第${batch}批）`,
        `${inChinese(confirmedOn)}确定，第${line.position}位，共${entries.length}家`,
        line.withdrawnOn === null ? '' : `${inChinese(line.withdrawnOn)}退出，原因：${line.withdrawnReason}`,
      ),
    ];
  });
}

/** 公示和名单: what notices and lists say of the workshop; null before the first notice. */
export function publicityExtract(
  office: Office,
  page: WorkshopPage,
  today: IsoDate,
): ArchiveExtractPaper | null {
  const notices = noticeFacts(office, page.workshopId, today);
  if (notices.length === 0) return null;
  const { selection } = page;
  const chosen =
    selection === null
      ? []
      : [
          fact(
            '遴选决定',
            `${inChinese(selection.decidedOn)}${selection.selected ? '入选' : '未入选'}${selection.rank === null ? '' : `，排名第${selection.rank}`}`,
            selection.reason === '' ? '' : `理由：${selection.reason}`,
            selection.replaces === null ? '' : `递补“${selection.replaces}”`,
          ),
        ];
  const facts = [...chosen, ...notices, ...rosterFacts(office, page.workshopId)];
  return extract(office, page, '遴选、公示和创建名单情况摘录', facts, today);
}

const scoreText = (level: string, one: Scored<number | null> | null): string =>
  one === null
    ? ''
    : `${level}：${scoredWords(one)}，${one.passed ? '达标' : '未达标'}（${inChinese(one.on)}）`;

/** Sums and days only: accounts and numbers stay in the 发放表, which is kept with the vouchers. */
function awardFacts(office: Office, workshopId: WorkshopId): Facts {
  const paid = paymentRows(office).filter(
    (row) => row.payment.workshopId === workshopId && !isCancelled(row),
  );
  if (paid.length === 0) return [];
  return [
    fact(
      '奖补资金',
      ...paid.map(
        ({ payment: { amount, state, settledOn }, batch }) =>
          `${formatYuan(amount)}元，${PAYMENT_STATES[state]}${settledOn === null ? '' : `（${inChinese(settledOn)}）`}，见“${batch.title}”`,
      ),
    ),
  ];
}

/** What others did, as far as it concerns the workshop: when, by which document, with which score. */
function eventText(
  { happenedOn, lastDay, documentNo, workshops }: OutsideEventView,
  workshopId: WorkshopId,
): string {
  const score = workshops.find((one) => one.workshopId === workshopId)?.score ?? null;
  return [
    lastDay === null ? inChinese(happenedOn) : `${inChinese(happenedOn)}至${inChinese(lastDay)}`,
    documentNo,
    score === null ? '' : `得分${formatPoints(score)}分`,
  ]
    .filter((one) => one !== '')
    .join('，');
}

/** 验收结果和奖补; null before the first result. */
export function resultExtract(
  office: Office,
  page: WorkshopPage,
  today: IsoDate,
): ArchiveExtractPaper | null {
  const { workshopId } = page;
  const { passScore, rows, rectifications } = resultsView(office, today);
  const row = rows.find((one) => one.workshopId === workshopId);
  if (!row || (row.county === null && row.city === null && row.province === null)) return null;
  const demands = rectifications.filter((one) => one.workshopId === workshopId).toReversed();
  const events = outsideEvents(office, today)
    .filter((one) => one.removed === null && one.workshops.some((who) => who.workshopId === workshopId))
    .toReversed();
  const { decision } = row;
  const facts = [
    fact(
      '考评验收',
      scoreText('县级', row.county),
      scoreText('市级', row.city),
      scoreText('省级', row.province),
      `达标线${formatPoints(passScore)}分；处理情况：${RESULT_STATES[row.state]}`,
    ),
    ...(decision === null
      ? []
      : [
          fact(
            '处理决定',
            `${inChinese(decision.decidedOn)}${RESULT_DECISIONS[decision.kind]}`,
            decision.reason,
          ),
        ]),
    ...demands.map((one) =>
      fact(
        '整改',
        `要求：${one.demands}`,
        `期限：${inChinese(one.dueOn)}${one.doneOn === null ? '，尚未核查' : `；${inChinese(one.doneOn)}核查完成（${one.checkedBy}）`}`,
        one.note,
      ),
    ),
    ...events.map((one) => fact(OUTSIDE_EVENTS[one.kind], eventText(one, workshopId))),
    ...awardFacts(office, workshopId),
  ];
  return extract(office, page, '验收结果和奖补情况摘录', facts, today);
}

/** Whether money was listed for the workshop: then the folder says where the list is kept. */
export const wasPaid = (office: Office, workshopId: WorkshopId): boolean =>
  paymentRows(office).some((row) => row.payment.workshopId === workshopId);
