import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  removeInspection,
  reopenSheet,
  restoreInspection,
} from '../../../db/inspections/inspectionCorrections.ts';
import { finishSheet, saveSheet } from '../../../db/inspections/inspectionSheets.ts';
import { startInspection } from '../../../db/inspections/inspectionStart.ts';
import { inspectionRows, proposalBasis, sheetView } from '../../../db/inspections/inspections.ts';
import { measures, removeMeasure, saveMeasure } from '../../../db/inspections/measures.ts';
import {
  addTable,
  chooseTable,
  copyTable,
  retireTable,
  saveTable,
  scoreTableRows,
  scoreTableView,
  yearTable,
} from '../../../db/inspections/scoreTables.ts';
import { isoDate } from '../../../db/model/dates.ts';
import type { WorkshopId } from '../../../db/model/ids.ts';
import { proposeTasks } from '../../../db/model/scoring/measures.ts';
import { SAMPLE_TABLE, SAMPLE_TABLE_ID } from '../../../db/model/scoring/sampleTable.ts';
import { SHIPPED_MEASURES } from '../../../db/model/scoring/shippedMeasures.ts';
import type { OpenOffice } from '../../../db/open/unlock.ts';
import { paperRecord, privateNumbers } from '../../../db/papers/paperRecords.ts';
import { createPlan, savePlanDraft } from '../../../db/plans/plans.ts';
import { addProposedTasks, proposalsFor } from '../../../db/plans/proposals.ts';
import { recycleBin, restoreFromBin } from '../../../db/recycle/recycleBin.ts';
import { workshopRows } from '../../../db/workshops/workshops.ts';
import { gatePaper } from '../../../reports/office/papers.ts';
import { printedTexts } from '../../../reports/privacy/privacyGate.ts';
import { actOn, addWorkshops, fictionalOffice } from '../../fixtures/demoOffice.ts';
import { contentWith, onRoster, task, viewOf } from '../../fixtures/plannedOffice.ts';
import { answered, bestAnswer } from '../model/scoring/tables.ts';
import { cleanUp, codesOf, must } from '../open/fixtures.ts';

afterEach(cleanUp);

const TODAY = isoDate('2021-05-10');
const ACT = actOn(TODAY);

let office: OpenOffice;
let workshopId: WorkshopId;

beforeEach(async () => {
  ({ office } = await fictionalOffice());
  addWorkshops(office, 1, TODAY);
  const [first] = workshopRows(office, TODAY);
  if (!first) throw new Error('no workshop');
  workshopId = first.workshopId;
});

const best = SAMPLE_TABLE.items.map((item) => answered(item, bestAnswer(item)));
const sheetOf = (answers: typeof best) => ({ inspectedOn: TODAY, note: '', answers });
const start = () => must(startInspection(office, { workshopId, level: 'self', inspectedOn: TODAY }, ACT));
const lineOf = (code: string) => {
  const item = SAMPLE_TABLE.items.find((one) => one.code === code);
  if (!item) throw new Error(code);
  return item;
};
const faulty = best.map((one) =>
  one.itemId === lineOf('1.2').id ? answered(lineOf('1.2'), { way: 'deduction', count: 1 }, '示例原因') : one,
);
const proposedMeasure = SHIPPED_MEASURES.find((one) => one.itemCode === '1.2')?.measure;
const HEAD = { title: '示例省表', version: '2021', source: '示例文号' };

describe('score tables', () => {
  it('begin with the sample, written down unchanged at its first use and locked then', () => {
    expect(scoreTableRows(office)).toMatchObject([
      { id: SAMPLE_TABLE_ID, sample: true, chosen: true, uses: 0 },
    ]);
    start();
    expect(must(scoreTableView(office, SAMPLE_TABLE_ID))).toMatchObject({
      table: SAMPLE_TABLE,
      uses: 1,
      editable: false,
    });
    expect(codesOf(saveTable(office, { ...SAMPLE_TABLE, source: '改' }, ACT))).toEqual(['scoreTable.locked']);
  });

  it('are changed until they are used; then a new version stands beside', () => {
    const id = must(copyTable(office, SAMPLE_TABLE_ID, HEAD, ACT));
    const { table } = must(scoreTableView(office, id));
    expect(table.sample).toBe(true);
    const items = table.items.map((item) =>
      item.code === '1.1' ? { ...item, content: '本县另行规定' } : item,
    );
    must(saveTable(office, { ...table, items }, ACT));
    expect(must(scoreTableView(office, id)).table).toEqual({ ...table, items, sample: false });
    must(chooseTable(office, id, ACT));
    start();
    expect(codesOf(saveTable(office, table, ACT))).toEqual(['scoreTable.locked']);
    const next = must(copyTable(office, id, { ...HEAD, version: '2021修订' }, ACT));
    expect(must(scoreTableView(office, next)).editable).toBe(true);
    expect(yearTable(office).id).toBe(id);
  });

  it('refuse a doubled version, a broken table, and to lose the one in use', () => {
    const id = must(copyTable(office, SAMPLE_TABLE_ID, HEAD, ACT));
    expect(codesOf(copyTable(office, SAMPLE_TABLE_ID, HEAD, ACT))).toEqual(['scoreTable.twice']);
    const twice = [...SAMPLE_TABLE.items, lineOf('1.1')];
    expect(
      codesOf(addTable(office, { ...HEAD, version: '3', limits: SAMPLE_TABLE.limits, items: twice }, ACT)),
    ).toEqual(['score.code.twice']);
    expect(codesOf(retireTable(office, SAMPLE_TABLE_ID, true, ACT))).toEqual(['scoreTable.chosen']);
    must(retireTable(office, id, true, ACT));
    expect(codesOf(chooseTable(office, id, ACT))).toEqual(['scoreTable.retired']);
    must(retireTable(office, id, false, ACT));
    must(chooseTable(office, id, ACT));
  });
});

describe('a self-check', () => {
  it('is kept as typed, finished when complete, corrected with a reason, removed and brought back', () => {
    const id = start();
    must(saveSheet(office, id, sheetOf(best.slice(0, 3))));
    expect(must(sheetView(office, id))).toMatchObject({ finished: false, answers: best.slice(0, 3) });
    expect(codesOf(finishSheet(office, id, sheetOf(best.slice(1)), ACT))).toEqual(['inspection.missing']);
    const silent = faulty.map((one) => ({ ...one, reason: '' }));
    expect(codesOf(finishSheet(office, id, sheetOf(silent), ACT))).toEqual(['score.answer.reason']);
    expect(must(finishSheet(office, id, sheetOf(faulty), ACT)).total).toBe(990);
    expect(codesOf(saveSheet(office, id, sheetOf(best)))).toEqual(['inspection.finished']);
    must(reopenSheet(office, id, '示例更正', ACT));
    must(finishSheet(office, id, sheetOf(best), ACT));
    must(removeInspection(office, id, '示例误录', ACT));
    expect(codesOf(sheetView(office, id))).toEqual(['inspection.unknown']);
    const [binned] = recycleBin(office);
    expect(binned).toMatchObject({ kind: 'inspection', id, reason: '示例误录' });
    expect(binned?.name).toMatch(/：2021年\d+月\d+日自查$/);
    must(restoreFromBin(office, 'inspection', id, ACT));
    must(removeInspection(office, id, '示例误录', ACT));
    must(restoreInspection(office, id, ACT));
    expect(recycleBin(office)).toEqual([]);
    expect(inspectionRows(office, workshopId, 'self')).toMatchObject([
      { finished: true, removed: null, score: { total: 1000, conclusion: 'pass' } },
    ]);
  });

  it('is one of several; the newest finished one is what tasks are proposed from', () => {
    expect(proposalBasis(office, workshopId)).toBeNull();
    const first = start();
    must(finishSheet(office, first, sheetOf(faulty), ACT));
    start();
    const basis = proposalBasis(office, workshopId);
    expect(basis).toMatchObject({ inspectionId: first, total: 990 });
    expect(
      basis && proposeTasks(basis.table, basis.answers, basis.measures).map((one) => one.problem),
    ).toEqual(['示例原因']);
    expect(inspectionRows(office, workshopId, 'self')).toHaveLength(2);
  });

  it('is not dated ahead, and not started for a workshop that is not there', () => {
    const ahead = startInspection(
      office,
      { workshopId, level: 'self', inspectedOn: isoDate('2021-05-11') },
      ACT,
    );
    expect(codesOf(ahead)).toEqual(['inspection.future']);
  });
});

describe('the library of measures', () => {
  it('is the shipped one until it is changed', () => {
    expect(measures(office)).toHaveLength(SHIPPED_MEASURES.length);
    const own = {
      itemCode: '1.2',
      category: 'hygiene',
      problem: '示例',
      measure: '示例措施',
      standard: '示例标准',
    } as const;
    const added = must(saveMeasure(office, null, own, ACT));
    must(saveMeasure(office, added.id, { ...own, measure: '改后' }, ACT));
    const named = measures(office).filter((one) => one.itemCode === '1.2');
    expect(named.map((one) => one.measure)).toContain('改后');
    expect(measures(office)).toHaveLength(SHIPPED_MEASURES.length + 1);
  });

  it('gives up a measure to the recycle bin and takes it back', () => {
    const [first] = measures(office);
    if (!first) throw new Error('empty library');
    must(removeMeasure(office, first.id, '不适用', ACT));
    expect(measures(office)).toHaveLength(SHIPPED_MEASURES.length - 1);
    const [binned] = recycleBin(office);
    must(restoreFromBin(office, 'measure', binned?.id ?? '', ACT));
    expect(measures(office)).toHaveLength(SHIPPED_MEASURES.length);
  });
});

describe('the paper of a self-check', () => {
  const ref = { paper: 'scoreSheet', tableId: null, level: 'self' } as const;

  it('is blank by the year’s table, or carries what was found', () => {
    const blank = must(paperRecord(office, { ...ref, inspectionId: null, workshopId: null }, TODAY));
    expect(blank).toMatchObject({ paper: 'scoreSheet', workshop: null, sheet: null, table: SAMPLE_TABLE });
    const id = start();
    must(finishSheet(office, id, sheetOf(faulty), ACT));
    const filled = must(paperRecord(office, { ...ref, inspectionId: id, workshopId }, TODAY));
    expect(filled).toMatchObject({ sheet: { finished: true, inspectedOn: TODAY }, passScore: 900 });
    expect(printedTexts(filled).join('\n')).toContain('示例原因');
    expect(gatePaper(filled, () => privateNumbers(office)).ok).toBe(true);
  });
});

describe('proposed tasks', () => {
  it('go below those of a draft, once for each line', () => {
    must(finishSheet(office, start(), sheetOf(faulty), ACT));
    expect(codesOf(addProposedTasks(office, workshopId, [], ACT))).toEqual(['proposals.noDraft']);
    const { proposed, uncovered } = must(proposalsFor(office, workshopId, ACT));
    expect(proposed.map((one) => one.itemCode)).toEqual(['1.2']);
    expect(uncovered.map((one) => one.found)).toEqual(['1.2']);
  });

  it('are added to the draft as it is, nothing in it lost', () => {
    const planned = onRoster(office, '示例县有方案作坊');
    const revisionId = must(createPlan(office, planned, ACT));
    const own = task('自定任务', isoDate('2021-06-30'));
    must(savePlanDraft(office, revisionId, contentWith(own), ACT));
    const id = must(startInspection(office, { workshopId: planned, level: 'self', inspectedOn: TODAY }, ACT));
    must(finishSheet(office, id, sheetOf(faulty), ACT));
    expect(codesOf(addProposedTasks(office, planned, ['9.9'], ACT))).toEqual(['proposals.code']);
    must(addProposedTasks(office, planned, [], ACT));
    const tasks = viewOf(office, planned, TODAY).current.content.tasks;
    expect(tasks.map((one) => one.measure)).toEqual(['自定任务', proposedMeasure]);
    expect(must(proposalsFor(office, planned, ACT)).uncovered).toEqual([]);
    expect(codesOf(addProposedTasks(office, planned, [], ACT))).toEqual(['proposals.covered']);
  });

  it('need a finished self-check', () => {
    start();
    expect(codesOf(proposalsFor(office, workshopId, ACT))).toEqual(['proposals.none']);
  });
});
