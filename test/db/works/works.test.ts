import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { auditRows } from '../../../db/audit.ts';
import { digestOf } from '../../../db/canonical.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { fromYuan } from '../../../db/model/money.ts';
import type { WorkInput } from '../../../db/model/works.ts';
import type { Office } from '../../../db/office.ts';
import { planRows, revisePlan, savePlanDraft } from '../../../db/plans/plans.ts';
import { frozenRecord } from '../../../db/plans/signing.ts';
import { attachment, planRevision } from '../../../db/schema.ts';
import { startWorks, undoStartWorks } from '../../../db/works/startWorks.ts';
import { closeTasks, undoClose } from '../../../db/works/taskClosing.ts';
import { clearProgress, saveProgress } from '../../../db/works/works.ts';
import { gatherWorks, overdueTasks, worksOf } from '../../../db/works/worksRecords.ts';
import { workshopPage, workshopRows } from '../../../db/workshops/workshops.ts';
import { actOn, newOffice, signedPlan, submitAndSign, task, viewOf } from '../../fixtures/plannedOffice.ts';
import { cleanUp, codesOf, must } from '../open/fixtures.ts';

afterEach(cleanUp);

const DUE = isoDate('2021-06-30');
const done = (on: string, own: number, other = 0): WorkInput => ({
  progressPercent: 100,
  costOwn: fromYuan(own),
  costOther: fromYuan(other),
  finishedOn: isoDate(on),
  note: '',
});
const doing = (progressPercent: number): WorkInput => ({
  progressPercent,
  costOwn: null,
  costOther: null,
  finishedOn: null,
  note: '',
});
const closing = (on: string, noPhotoReason = '照片遗失') => ({
  closedOn: isoDate(on),
  closedBy: '示例帮扶',
  noPhotoReason,
});

async function begun(office?: Office) {
  const open = office ?? (await newOffice());
  const workshopId = signedPlan(open, '示例豆腐坊', task('铺地面砖', DUE), task('装排烟罩', DUE));
  const { planId } = viewOf(open, workshopId, '2021-05-10');
  must(startWorks(open, planId, isoDate('2021-05-12'), actOn('2021-05-12')));
  const view = () => {
    const works = worksOf(open, workshopId, isoDate('2021-07-10'));
    if (!works) throw new Error('No works');
    return works;
  };
  const [first, second] = view().tasks.map((one) => one.line);
  if (!first || !second) throw new Error('Two tasks');
  const stage = () => workshopRows(open, isoDate('2021-07-10'))[0]?.stage;
  return { office: open, workshopId, planId, first, second, view, stage };
}

describe('the start of works', () => {
  it('waits for all signatures and lies between the leader’s and today', async () => {
    const office = await newOffice();
    const workshopId = signedPlan(office, '示例豆腐坊', task('铺地面砖', DUE, 12_000));
    const { planId } = viewOf(office, workshopId, '2021-05-10');
    const start = (day: string) => startWorks(office, planId, isoDate(day), actOn('2021-05-12'));
    expect(codesOf(start('2021-05-09'))).toEqual(['works.date']);
    expect(codesOf(start('2021-05-13'))).toEqual(['works.date']);
    expect(codesOf(saveProgress(office, planId, [], actOn('2021-05-12')))).toEqual(['works.notStarted']);
    must(start('2021-05-11'));
    must(start('2021-05-12'));
    expect(planRows(office, isoDate('2021-05-12'))[0]?.worksStartedOn).toBe('2021-05-12');
    must(undoStartWorks(office, planId, '登记错了一家', actOn('2021-05-12')));
    expect(workshopRows(office, isoDate('2021-05-12'))[0]?.stage).toBe('signed');
  });

  it('is not taken back once progress is recorded, and not moved behind a finished task', async () => {
    const { office, planId, first } = await begun();
    must(saveProgress(office, planId, [{ line: first, ...done('2021-06-01', 6000) }], actOn('2021-07-10')));
    expect(codesOf(undoStartWorks(office, planId, '误', actOn('2021-07-10')))).toEqual(['works.recorded']);
    expect(codesOf(startWorks(office, planId, isoDate('2021-06-02'), actOn('2021-07-10')))).toEqual([
      'works.date',
    ]);
  });
});

describe('progress of tasks', () => {
  it('is recorded, summed, told in the log with from and to, and taken back', async () => {
    const { office, planId, workshopId, first, second, view } = await begun();
    const act = actOn('2021-07-10');
    must(
      saveProgress(
        office,
        planId,
        [
          { line: first, ...done('2021-07-01', 5500.5, 900) },
          { line: second, ...doing(40) },
        ],
        act,
      ),
    );
    const [one, two] = view().tasks;
    expect([one?.state, one?.late, one?.overdue]).toEqual(['finished', true, false]);
    expect([two?.state, two?.late, two?.overdue]).toEqual(['doing', true, true]);
    expect(view().totals).toMatchObject({
      spentOwn: 550_050,
      spentOther: 90_000,
      finished: 1,
      overdue: 1,
      progressPercent: 70,
    });
    expect(view().warnings).toEqual([]);
    expect(overdueTasks(office, act.today).map((late) => [late.measure, late.daysLate])).toEqual([
      ['装排烟罩', 10],
    ]);
    const log = auditRows(office, { workshopId, limit: 5 });
    expect(log.flatMap((row) => row.changes)).toContainEqual({ label: '进度', from: '0%', to: '40%' });
    must(clearProgress(office, planId, second, '填错了行', act));
    expect(view().tasks[1]?.state).toBe('notStarted');
    must(saveProgress(office, planId, [{ line: second, ...done('2021-07-02', 1) }], act));
    expect(view().warnings[0]?.message).toContain('还差4,498.50元');
  });

  it('refuses all where one is wrong', async () => {
    const { office, planId, first, second, view } = await begun();
    const save = saveProgress(
      office,
      planId,
      [
        { line: first, ...doing(50) },
        { line: second, ...done('2021-05-11', 1) },
      ],
      actOn('2021-07-10'),
    );
    expect(codesOf(save)).toEqual(['works.finishedOn']);
    expect(view().tasks[0]?.work.progressPercent).toBe(0);
  });
});

describe('销号', () => {
  it('needs a finished task and a photo or a reason; the last one ends the works', async () => {
    const { office, planId, workshopId, first, second, view, stage } = await begun();
    const act = actOn('2021-07-10');
    const close = (line: string, reason: string) =>
      closeTasks(office, planId, [line], closing('2021-07-10', reason), act);
    expect(codesOf(close(first, ''))).toEqual(['works.unfinished']);
    const both = [first, second].map((line) => ({ line, ...done('2021-06-20', 6000) }));
    must(saveProgress(office, planId, both, act));
    expect(codesOf(close(first, ''))).toEqual(['works.photo']);
    addPhoto(office, `task:${planId}:${first}`);
    must(close(first, ''));
    expect(stage()).toBe('inWorks');
    must(close(second, '当场未拍照'));
    expect(view().tasks.map((one) => one.work.closedNote)).toEqual(['', '当场未拍照']);
    expect(stage()).toBe('finished');
    const page = must(workshopPage(office, workshopId, act.today));
    expect(page.timeline.find((step) => step.key === 'works')).toMatchObject({
      state: 'done',
      date: '2021-07-10',
    });
    expect(codesOf(saveProgress(office, planId, [{ line: first, ...doing(10) }], act))).toEqual([
      'works.closed',
    ]);
    expect(codesOf(clearProgress(office, planId, first, '误', act))).toEqual(['works.closed']);
    must(undoClose(office, planId, first, '复查不合格', act));
    expect(stage()).toBe('inWorks');
  });
});

function addPhoto(office: Office, subject: string): void {
  office.db
    .insert(attachment)
    .values({
      id: '018f0000-0000-7000-8000-000000000001' as never,
      subject,
      title: '改造后',
      mediaType: 'image/jpeg',
      bytes: 1,
      hash: '0',
      role: 'after',
      addedAt: actOn('2021-07-01').at,
    })
    .run();
}

describe('a plan changed during the works', () => {
  it('keeps works and lines; a dropped task keeps its costs with a trace', async () => {
    const { office, planId, workshopId, first, second, view, stage } = await begun();
    const act = actOn('2021-07-10');
    must(saveProgress(office, planId, [{ line: second, ...done('2021-06-20', 2000, 300) }], act));
    const { revisionId } = must(revisePlan(office, planId, '增设更衣间', act));
    expect(stage()).toBe('changing');
    const { timeline } = must(workshopPage(office, workshopId, act.today));
    expect(timeline.find((step) => step.key === 'sign')).toMatchObject({ state: 'done', date: '2021-05-10' });
    must(saveProgress(office, planId, [{ line: first, ...done('2021-06-25', 6000) }], act));
    const draft = viewOf(office, workshopId, '2021-07-10').current.content;
    expect(draft.tasks.map((one) => one.line)).toEqual([first, second]);
    const [kept] = draft.tasks;
    if (!kept) throw new Error('A task');
    const tasks = [kept, task('增设更衣间', isoDate('2021-08-31'), 9000)];
    must(savePlanDraft(office, revisionId, { ...draft, tasks }, act));
    expect(view()).toMatchObject({ revision: 1, pending: { number: 2, state: 'draft' } });
    submitAndSign(office, workshopId, '2021-07-10');
    expect(stage()).toBe('inWorks');
    expect(view().tasks.map((one) => [one.measure, one.state])).toEqual([
      ['铺地面砖', 'finished'],
      ['增设更衣间', 'notStarted'],
    ]);
    expect(view().dropped).toMatchObject([{ measure: '装排烟罩', lastRevision: 1, line: second }]);
    expect(view().totals).toMatchObject({ spentOwn: 800_000, spentOther: 30_000, tasks: 2 });
    expect(codesOf(closeTasks(office, planId, [second], closing('2021-07-10'), act))).toEqual(['works.task']);
  });

  it('does not change what was signed: no line in the record, digests as before', async () => {
    const { office, workshopId } = await begun();
    const signed = viewOf(office, workshopId, '2021-07-10').current.revisionId;
    const row = office.db.select().from(planRevision).where(eq(planRevision.id, signed)).get();
    if (!row) throw new Error('A revision');
    const record = frozenRecord(office, row);
    expect(JSON.stringify(record)).not.toContain('"line"');
    expect(digestOf(record).sha256).toBe(row.digest);
    expect(record?.plan.tasks.map((one) => Object.keys(one).sort())).toEqual(
      [0, 1].map(() => [
        'budgetOther',
        'budgetOwn',
        'category',
        'dueOn',
        'id',
        'measure',
        'problem',
        'responsible',
        'standard',
      ]),
    );
  });
});

describe('lists', () => {
  it('agree with one another over several workshops', async () => {
    const { office, planId, first, second } = await begun();
    signedPlan(office, '示例挂面坊', task('换灯', DUE, 12_000));
    const act = actOn('2021-07-10');
    must(saveProgress(office, planId, [{ line: first, ...done('2021-06-20', 6000, 500) }], act));
    must(saveProgress(office, planId, [{ line: second, ...doing(10) }], act));
    const rows = planRows(office, act.today);
    expect(rows.map((row) => row.works?.spentOwn ?? null)).toEqual([600_000, null]);
    expect(gatherWorks(office, act.today)).toHaveLength(2);
    // Works that have not begun are not overdue.
    expect(overdueTasks(office, act.today)).toHaveLength(1);
  });
});
