import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SheetInput, SheetView } from '../../db/model/contract/scoring.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import type { ScoreItemId } from '../../db/model/ids.ts';
import type { InspectionHead } from '../../db/model/inspection.ts';
import type { Problem } from '../../db/model/problems.ts';
import type { Answer } from '../../db/model/scoring/rules.ts';
import { type ItemAnswer, type Score, scoreOf } from '../../db/model/scoring/scoreOf.ts';
import { client, problemsOf } from '../api.ts';

const SAVE_AFTER_MS = 800;

export interface SheetEditor {
  readonly sheet: SheetInput;
  readonly answers: ReadonlyMap<ScoreItemId, ItemAnswer>;
  /** As it stands, while one types. */
  readonly score: Score;
  readonly saving: 'saved' | 'pending' | 'failed';
  readonly problems: readonly Problem[];
  readonly answer: (id: ScoreItemId, answer: Answer | undefined) => void;
  readonly giveReason: (id: ScoreItemId, reason: string) => void;
  readonly patch: (head: {
    readonly inspectedOn?: IsoDate;
    readonly note?: string;
    readonly head?: InspectionHead;
  }) => void;
  /** Writes at once what is not written yet. */
  readonly flush: () => Promise<void>;
}

const withAnswer = (
  answers: readonly ItemAnswer[],
  itemId: ScoreItemId,
  answer: Answer | undefined,
): ItemAnswer[] => {
  const before = answers.find((one) => one.itemId === itemId);
  const others = answers.filter((one) => one !== before);
  return answer ? [...others, { itemId, answer, reason: before?.reason ?? '' }] : others;
};

/** A sheet while it is filled in: every change is kept in the data host soon after, so nothing is lost with the window. */
export function useSheet(view: SheetView, passScore: number): SheetEditor {
  const [sheet, setSheet] = useState<SheetInput>({
    inspectedOn: view.inspectedOn,
    note: view.note,
    answers: [...view.answers],
    ...(view.level === 'self' ? {} : { head: view.head }),
  });
  const [saving, setSaving] = useState<SheetEditor['saving']>('saved');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const unsaved = useRef<SheetInput | null>(null);

  const flush = useCallback(async (): Promise<void> => {
    const waiting = unsaved.current;
    if (!waiting) return;
    unsaved.current = null;
    try {
      await client.scoring.save({ inspectionId: view.id, sheet: waiting });
      if (unsaved.current === null) setSaving('saved');
      setProblems([]);
    } catch (error) {
      unsaved.current ??= waiting;
      setSaving('failed');
      setProblems(problemsOf(error));
    }
  }, [view.id]);

  const change = useCallback((next: (before: SheetInput) => SheetInput): void => {
    setSheet((before) => {
      const after = next(before);
      unsaved.current = after;
      return after;
    });
    setSaving('pending');
  }, []);

  useEffect(() => {
    if (unsaved.current !== sheet) return;
    const timer = setTimeout(() => void flush(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [sheet, flush]);
  useEffect(() => () => void flush(), [flush]);

  const answers = useMemo(() => new Map(sheet.answers.map((one) => [one.itemId, one])), [sheet.answers]);
  const score = useMemo(
    () => scoreOf(view.table, sheet.answers, passScore),
    [view.table, sheet.answers, passScore],
  );
  const answer = useCallback<SheetEditor['answer']>(
    (id, given) => change((before) => ({ ...before, answers: withAnswer(before.answers, id, given) })),
    [change],
  );
  const giveReason = useCallback<SheetEditor['giveReason']>(
    (id, reason) =>
      change((before) => ({
        ...before,
        answers: before.answers.map((one) => (one.itemId === id ? { ...one, reason } : one)),
      })),
    [change],
  );
  const patch = useCallback<SheetEditor['patch']>(
    (head) => change((before) => ({ ...before, ...head })),
    [change],
  );
  return { sheet, answers, score, saving, problems, answer, giveReason, patch, flush };
}
