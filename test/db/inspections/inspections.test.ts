import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAttachment, removeAttachment } from '../../../db/attachments/attachmentRecords.ts';
import { auditRows } from '../../../db/audit.ts';
import {
  removeInspection,
  reopenSheet,
  restoreInspection,
} from '../../../db/inspections/inspectionCorrections.ts';
import { inspectionList, inspectionPage } from '../../../db/inspections/inspectionList.ts';
import { finishSheet } from '../../../db/inspections/inspectionSheets.ts';
import { recordTotal, startInspection } from '../../../db/inspections/inspectionStart.ts';
import { inspectionRows, sheetView } from '../../../db/inspections/inspections.ts';
import { inspectionOutcomes, latestInspection, standings } from '../../../db/inspections/outcomes.ts';
import { inspectionSummaryPaper, scoreSheetPaper } from '../../../db/inspections/scoreSheetPaper.ts';
import { attachmentSubject } from '../../../db/model/attachments.ts';
import { type IsoDate, isoDate } from '../../../db/model/dates.ts';
import type { InspectionId, WorkshopId } from '../../../db/model/ids.ts';
import { newId, RectificationId } from '../../../db/model/ids.ts';
import type { InspectionHead } from '../../../db/model/inspection.ts';
import { SAMPLE_TABLE } from '../../../db/model/scoring/sampleTable.ts';
import type { InspectionLevel } from '../../../db/model/terms.ts';
import type { Office } from '../../../db/office.ts';
import { shrinkHere } from '../../../db/pictures/shrink.ts';
import { restoreFromBin } from '../../../db/recycle/recycleBin.ts';
import { resultRows } from '../../../db/results/results.ts';
import { rectification } from '../../../db/schema.ts';
import { workshopPage } from '../../../db/workshops/workshops.ts';
import { documentOf } from '../../../reports/documents/document.ts';
import { textOf } from '../../../reports/documents/textOf.ts';
import { inspectionSummaryWorkbook } from '../../../reports/excel/inspectionSummary.ts';
import { EMPTY_HEAD } from '../../fixtures/inspectionHead.ts';
import { phonePhoto } from '../../fixtures/photos.ts';
import { actOn, newOffice, onRoster, signedPlan, task } from '../../fixtures/plannedOffice.ts';
import { answered, bestAnswer } from '../model/scoring/tables.ts';
import { cleanUp, codesOf, must } from '../open/fixtures.ts';

afterEach(cleanUp);

const DAY = isoDate('2021-10-20');
const LATER = isoDate('2021-11-05');
const HEAD: InspectionHead = {
  ...EMPTY_HEAD,
  assessors: [
    { staffId: null, name: '示例考评甲', unit: '示例股' },
    { staffId: null, name: '示例考评乙', unit: '' },
  ],
  ownerSigned: true,
};
const best = SAMPLE_TABLE.items.map((item) => answered(item, bestAnswer(item)));
/** `count` findings on every line that deducts by occurrence. */
const worse = SAMPLE_TABLE.items.map((item) =>
  item.rule.way === 'deduction' && !item.veto
    ? answered(item, { way: 'deduction', count: 99 }, '示例问题')
    : answered(item, bestAnswer(item)),
);

let office: Office;
let workshopId: WorkshopId;
beforeEach(async () => {
  office = await newOffice();
  workshopId = onRoster(office, '示例豆腐坊');
});

const begin = (level: InspectionLevel, on: IsoDate): InspectionId =>
  must(startInspection(office, { workshopId, level, inspectedOn: on }, actOn(on)));
const sheet = (answers: typeof best, on: IsoDate, head: InspectionHead = HEAD) => ({
  inspectedOn: on,
  note: '',
  answers,
  head,
});
const scored = (level: InspectionLevel, answers: typeof best, on: IsoDate): InspectionId => {
  const id = begin(level, on);
  must(finishSheet(office, id, sheet(answers, on), actOn(on)));
  return id;
};
const stage = () => must(workshopPage(office, workshopId, LATER)).stage;
const latest = (level: InspectionLevel) => latestInspection(office, workshopId, level);

describe('a county scoring', () => {
  it('asks for two assessors, reasons of recusal, and the owner’s signature or why it is lacking', () => {
    const id = begin('county', DAY);
    const finish = (head: InspectionHead) => finishSheet(office, id, sheet(best, DAY, head), actOn(DAY));
    expect(codesOf(finish(EMPTY_HEAD))).toEqual(['inspection.assessors', 'inspection.ownerSigned']);
    const [one] = HEAD.assessors;
    const twice = { ...HEAD, assessors: one ? [one, one] : [] };
    expect(codesOf(finish(twice))).toEqual(['inspection.assessors', 'inspection.assessorTwice']);
    const aside = { ...HEAD, recusals: [{ name: '示例考评甲', reason: '' }] };
    expect(codesOf(finish(aside))).toEqual(['inspection.assessorAside', 'inspection.recusalReason']);
    const refused = { ...HEAD, ownerSigned: false };
    expect(codesOf(finish(refused))).toEqual(['inspection.refusalReason', 'inspection.witness']);
    must(finish({ ...refused, refusalReason: '不认可扣分', witness: '示例见证人' }));
    expect(must(sheetView(office, id)).head).toMatchObject({ ownerSigned: false, witness: '示例见证人' });
    expect(must(sheetView(office, id)).head.assessors).toEqual(HEAD.assessors);
  });

  it('is made on the 创建名单 only, one sheet at a time, and not in the future', () => {
    const future = { workshopId, level: 'county' as const, inspectedOn: LATER };
    expect(codesOf(startInspection(office, future, actOn(DAY)))).toEqual(['inspection.future']);
    const id = begin('county', DAY);
    const again = { workshopId, level: 'county' as const, inspectedOn: DAY };
    expect(codesOf(startInspection(office, again, actOn(DAY)))).toEqual(['inspection.open']);
    expect(stage()).toBe('inspecting');
    must(removeInspection(office, id, '示例误建', actOn(DAY)));
    expect(stage()).toBe('planning');
    const other = begin('county', DAY);
    expect(codesOf(restoreInspection(office, id, actOn(DAY)))).toEqual(['inspection.open']);
    must(removeInspection(office, other, '示例误建', actOn(DAY)));
    must(restoreInspection(office, id, actOn(DAY)));
  });

  it('stays beside its re-inspection, which decides; the earlier one can no longer be changed', () => {
    const first = scored('county', worse, DAY);
    expect(latest('county')).toMatchObject({ inspectionId: first, passed: false, round: 1, followsId: null });
    expect(stage()).toBe('rectifying');
    const early = { workshopId, level: 'county' as const, inspectedOn: isoDate('2021-10-19') };
    expect(codesOf(startInspection(office, early, actOn(LATER)))).toEqual(['inspection.order']);
    const second = scored('county', best, LATER);
    expect(latest('county')).toMatchObject({
      inspectionId: second,
      passed: true,
      round: 2,
      followsId: first,
    });
    expect(stage()).toBe('countyPassed');
    expect(codesOf(reopenSheet(office, first, '示例', actOn(LATER)))).toEqual(['inspection.followed']);
    expect(codesOf(removeInspection(office, first, '示例', actOn(LATER)))).toEqual(['inspection.followed']);
    const rows = inspectionRows(office, workshopId, 'county');
    expect(rows.map((row) => row.score.conclusion)).toEqual(['pass', 'below']);
    must(removeInspection(office, second, '示例', actOn(LATER)));
    expect(stage()).toBe('rectifying');
    const said = auditRows(office, { workshopId, limit: 50 }).map((row) => row.sentence);
    expect(said.some((one) => one.includes('复查2021年10月20日的考评'))).toBe(true);
  });

  it('waits for the re-inspection once the 整改 is found done', () => {
    const inspectionId = scored('county', worse, DAY);
    const demand = { id: newId(RectificationId), inspectionId, issuedOn: DAY, dueOn: LATER };
    const text = { demands: '示例整改', checkedBy: '', note: '' };
    office.db
      .insert(rectification)
      .values({ ...demand, ...text })
      .run();
    expect(stage()).toBe('rectifying');
    office.db.update(rectification).set({ doneOn: LATER }).run();
    expect(stage()).toBe('awaitingReinspection');
  });
});

it('a photo belongs to a line: counted on the sheet, removed and brought back', async () => {
  const id = scored('county', worse, DAY);
  const [item] = SAMPLE_TABLE.items.filter((one) => one.rule.way === 'deduction' && !one.veto);
  if (!item) throw new Error('A line');
  const subject = attachmentSubject('scoreLine', id, item.id);
  const photo = {
    role: 'site' as const,
    fileName: '地面破损.jpg',
    bytes: phonePhoto({ width: 80, height: 60 }),
  };
  const { attachment } = must(await addAttachment(office, { ...photo, subject }, actOn(DAY), shrinkHere));
  expect(attachment.subjectLabel).toContain(`考评项：${DAY} ${item.code}`);
  const elsewhere = attachmentSubject('scoreLine', id, workshopId);
  expect(
    codesOf(await addAttachment(office, { ...photo, subject: elsewhere }, actOn(DAY), shrinkHere)),
  ).toEqual(['attachment.subject']);
  const ref = { paper: 'scoreSheet', inspectionId: id, tableId: null, workshopId, level: 'county' } as const;
  const printed = () => textOf(documentOf(must(scoreSheetPaper(office, ref, LATER)))).join('\n');
  expect(printed()).toContain('示例问题（留存照片1张）');
  must(removeAttachment(office, attachment.id, actOn(DAY)));
  expect(printed()).not.toContain('留存照片');
  must(restoreFromBin(office, 'attachment', attachment.id, actOn(DAY)));
  expect(printed()).toContain('留存照片1张');
});

describe('the levels', () => {
  it('are kept apart; of city and province a total is enough', () => {
    scored('self', worse, isoDate('2021-09-01'));
    const county = scored('county', best, DAY);
    const reported = { workshopId, level: 'city' as const, inspectedOn: LATER, veto: '', note: '示例文号' };
    expect(codesOf(recordTotal(office, { ...reported, total: 1001 }, actOn(LATER)))).toEqual([
      'inspection.total',
    ]);
    const city = must(recordTotal(office, { ...reported, total: 880 }, actOn(LATER)));
    expect(inspectionOutcomes(office).get(workshopId)).toMatchObject({
      self: { passed: false },
      county: { inspectionId: county, total: 1000, passed: true, reported: false },
      city: { inspectionId: city, total: 880, full: 1000, conclusion: 'below', reported: true },
      province: null,
    });
    expect(stage()).toBe('recheckFailed');
    expect(codesOf(reopenSheet(office, city, '示例', actOn(LATER)))).toEqual(['inspection.reported']);
    must(removeInspection(office, city, '登记有误', actOn(LATER)));
    must(recordTotal(office, { ...reported, total: 900 }, actOn(LATER)));
    expect(stage()).toBe('recheckPassed');
    const { comparison } = must(inspectionPage(office, workshopId, LATER));
    expect(comparison.totals.map(({ level, total }) => [level, total])).toEqual([
      ['self', latest('self')?.total],
      ['county', 1000],
      ['city', 900],
    ]);
    const deductions = worse.filter((one) => one.reason !== '').length;
    expect(comparison.lines).toHaveLength(deductions);
    expect(comparison.lines[0]?.levels.map((one) => one.level)).toEqual(['self', 'county']);
  });

  it('fail by a veto the city named, whatever its total; lists and paper say which', () => {
    scored('county', best, DAY);
    const told = { workshopId, level: 'city' as const, inspectedOn: LATER, note: '' };
    must(recordTotal(office, { ...told, total: 960, veto: '使用非食品原料' }, actOn(LATER)));
    expect(latest('city')).toMatchObject({ total: 960, conclusion: 'vetoed', passed: false });
    expect(stage()).toBe('recheckFailed');
    expect(inspectionRows(office, workshopId, 'city')[0]?.score.vetoed).toEqual(['使用非食品原料']);
    expect(standings(office).get(workshopId)?.above).toMatchObject({ passed: false, vetoed: true });
    const [row] = resultRows(office, LATER);
    expect([row?.state, row?.city?.vetoed]).toEqual(['failed', true]);
    const paper = inspectionSummaryPaper(office, LATER);
    expect(textOf(documentOf(paper)).join('\n')).toContain('市级否决项：使用非食品原料');
    expect(JSON.stringify(inspectionSummaryWorkbook(paper).rows)).toContain('市级否决项：使用非食品原料');
  });

  it('give way to the county’s re-inspection after a failed re-check', () => {
    scored('county', best, DAY);
    const city = {
      workshopId,
      level: 'city' as const,
      inspectedOn: isoDate('2021-10-28'),
      veto: '',
      note: '',
    };
    must(recordTotal(office, { ...city, total: 850 }, actOn(LATER)));
    expect(stage()).toBe('recheckFailed');
    scored('county', best, LATER);
    expect(stage()).toBe('countyPassed');
  });
});

describe('考评验收', () => {
  it('lists who stands on the 创建名单 with what is lacking today', () => {
    const signed = signedPlan(office, '示例酱坊', task('铺地面砖', isoDate('2021-08-31'), 12_000));
    const rows = inspectionList(office, DAY);
    const of = (id: WorkshopId) => rows.find((row) => row.workshopId === id);
    expect(of(workshopId)?.readiness.map((one) => one.code)).toEqual([
      'ready.plan',
      'ready.certificateMissing',
    ]);
    expect(of(signed)?.readiness.map((one) => one.code)).toEqual([
      'ready.start',
      'works.ownMoney',
      'ready.certificateMissing',
    ]);
    expect(rows.every((row) => row.readiness.every((one) => one.severity === 'warning'))).toBe(true);
    const id = begin('county', DAY);
    const now = inspectionList(office, DAY).find((row) => row.workshopId === workshopId);
    expect(now?.open).toEqual({ inspectionId: id, level: 'county' });
  });
});
