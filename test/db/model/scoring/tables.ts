import fc from 'fast-check';
import { newId, ScoreItemId, ScoreTableId } from '../../../../db/model/ids.ts';
import type { Answer, ScoreRule } from '../../../../db/model/scoring/rules.ts';
import type { ItemAnswer } from '../../../../db/model/scoring/scoreOf.ts';
import type { ScoreItem, ScoreLimits, ScoreTable } from '../../../../db/model/scoring/table.ts';

const NO_LIMITS: ScoreLimits = { key: null, major: null, others: null, absence: 'full' };

export const itemWith = (rule: ScoreRule, given: Partial<ScoreItem> = {}): ScoreItem => ({
  id: newId(ScoreItemId),
  code: '1.1',
  section: '一 示例部分',
  category: 'hygiene',
  content: '示例考评内容',
  criterion: '',
  points: 40,
  rule,
  key: false,
  veto: false,
  ...given,
});

export const tableWith = (items: readonly ScoreItem[], limits: Partial<ScoreLimits> = {}): ScoreTable => ({
  id: newId(ScoreTableId),
  title: '示例表',
  version: '1',
  source: '',
  sample: false,
  limits: { ...NO_LIMITS, ...limits },
  items: [...items],
});

export const answered = (item: Pick<ScoreItem, 'id'>, answer: Answer, reason = ''): ItemAnswer => ({
  itemId: item.id,
  answer,
  reason,
});

/** The answer that gives all of a line's points. */
export function bestAnswer({ rule, points }: ScoreItem): Answer {
  switch (rule.way) {
    case 'band':
      return { way: 'band', points };
    case 'deduction':
      return { way: 'deduction', count: 0 };
    case 'yesNo':
      return { way: 'yesNo', yes: true };
    case 'threeConclusions':
      return { way: 'threeConclusions', conclusion: 'meets' };
    case 'limits':
      return { way: 'limits', meets: true };
    case 'worstClass':
      return { way: 'worstClass', classes: [rule.classes.findIndex((one) => one.points === points)] };
  }
}

/** Any answer that fits the line. */
function answerFor({ rule, veto }: ScoreItem): fc.Arbitrary<Answer> {
  const absent: readonly fc.Arbitrary<Answer>[] = veto ? [] : [fc.constant({ way: 'absent' })];
  switch (rule.way) {
    case 'band':
      return fc.oneof(
        ...absent,
        ...rule.bands.map((band) =>
          fc.integer({ min: band.from, max: band.to }).map((points): Answer => ({ way: 'band', points })),
        ),
      );
    case 'deduction':
      return fc.oneof(
        ...absent,
        fc.nat(20).map((count): Answer => ({ way: 'deduction', count })),
      );
    case 'yesNo':
      return fc.oneof(
        ...absent,
        fc.boolean().map((yes): Answer => ({ way: 'yesNo', yes })),
      );
    case 'threeConclusions':
      return fc.oneof(
        ...absent,
        fc
          .constantFrom('meets' as const, 'basic' as const, 'fails' as const)
          .map((conclusion): Answer => ({ way: 'threeConclusions', conclusion })),
      );
    case 'limits':
      return fc.oneof(
        ...absent,
        fc.boolean().map((meets): Answer => ({ way: 'limits', meets })),
      );
    case 'worstClass':
      return fc.oneof(
        ...absent,
        fc
          .uniqueArray(fc.nat(rule.classes.length - 1), { minLength: 1 })
          .map((classes): Answer => ({ way: 'worstClass', classes })),
      );
  }
}

const rules: fc.Arbitrary<ScoreRule> = fc.oneof(
  fc.constant<ScoreRule>({
    way: 'band',
    bands: [
      { label: '好', from: 31, to: 40 },
      { label: '差', from: 0, to: 30 },
    ],
  }),
  fc.integer({ min: 1, max: 40 }).map((each): ScoreRule => ({ way: 'deduction', each })),
  fc.constant<ScoreRule>({ way: 'yesNo' }),
  fc.nat(40).map((basic): ScoreRule => ({ way: 'threeConclusions', basic })),
  fc
    .constantFrom('key' as const, 'major' as const, 'general' as const)
    .map((weight): ScoreRule => ({ way: 'limits', weight })),
  fc.constant<ScoreRule>({
    way: 'worstClass',
    classes: [
      { label: '低风险', points: 40 },
      { label: '中风险', points: 20 },
      { label: '高风险', points: 0 },
    ],
  }),
);

/** A table of any ways with answers to some of its lines. */
export const filledSheets = fc
  .array(fc.record({ rule: rules, key: fc.boolean(), section: fc.constantFrom('一', '二', '三') }), {
    minLength: 1,
    maxLength: 12,
  })
  .chain((lines) => {
    const items = lines.map(({ rule, key, section }, index) =>
      itemWith(rule, { key, section, code: String(index + 1) }),
    );
    const answers = items.map((item) =>
      fc.option(
        answerFor(item).map((answer) => answered(item, answer)),
        { nil: null },
      ),
    );
    return fc.tuple(
      fc
        .constantFrom('full' as const, 'zero' as const, 'scaled' as const)
        .map((absence) => tableWith(items, { absence, key: 0, major: 2, others: 5 })),
      fc.tuple(...answers).map((all) => all.filter((one) => one !== null)),
    );
  });
