import { newId, ScoreItemId } from '../../db/model/ids.ts';
import { ok, problem, type Result, refuse } from '../../db/model/problems.ts';
import { optionsText, parseRule } from '../../db/model/scoring/optionsText.ts';
import { formatPoints, parsePoints } from '../../db/model/scoring/points.ts';
import { ScoreItem } from '../../db/model/scoring/table.ts';
import type { ScoringWay, TaskCategory } from '../../db/model/terms.ts';

/** A line as it is typed: points and options as text, as in Excel. */
export interface ItemForm {
  readonly code: string;
  readonly section: string;
  readonly category: TaskCategory | null;
  readonly content: string;
  readonly criterion: string;
  readonly points: string;
  readonly way: ScoringWay;
  readonly options: string;
  readonly key: boolean;
  readonly veto: boolean;
}

export const formOf = (item: ScoreItem): ItemForm => ({
  code: item.code,
  section: item.section,
  category: item.category,
  content: item.content,
  criterion: item.criterion,
  points: formatPoints(item.points),
  way: item.rule.way,
  options: optionsText(item.rule),
  key: item.key,
  veto: item.veto,
});

/** A new line goes on where the one above stands. */
export const newItemForm = (above: ScoreItem | undefined): ItemForm => ({
  code: '',
  section: above?.section ?? '',
  category: above?.category ?? null,
  content: '',
  criterion: '',
  points: '',
  way: 'deduction',
  options: '每次扣1',
  key: false,
  veto: false,
});

/** What was typed as a line of the table, or the field that does not fit. */
export function itemFrom(form: ItemForm, id: ScoreItemId = newId(ScoreItemId)): Result<ScoreItem> {
  const points = form.veto ? 0 : parsePoints(form.points);
  if (points === null) {
    return refuse(
      problem('score.item.points', `“${form.points}”不是分值，应填如4或0.5`, {
        field: 'points',
        found: form.points,
      }),
    );
  }
  const rule = parseRule(form.veto ? 'yesNo' : form.way, form.options, form.key);
  if (!rule.ok) {
    const message = `选项“${form.options}”看不懂，应填如“${rule.expected}”`;
    return refuse(problem('score.item.options', message, { field: 'options', expected: rule.expected }));
  }
  const key = form.key || (rule.rule.way === 'limits' && rule.rule.weight === 'key');
  const { options: _options, way: _way, ...rest } = form;
  const parsed = ScoreItem.safeParse({ ...rest, id, points, rule: rule.rule, key });
  if (parsed.success) return ok(parsed.data);
  return refuse(
    ...parsed.error.issues.map((issue) =>
      problem('score.item.field', issue.message, { field: String(issue.path[0] ?? '') }),
    ),
  );
}
