import { afterEach, describe, expect, it } from 'vitest';
import { auditRows } from '../../../db/audit.ts';
import { removeInspection } from '../../../db/inspections/inspectionCorrections.ts';
import { isoDate } from '../../../db/model/dates.ts';
import type { WorkshopId } from '../../../db/model/ids.ts';
import { OutsideEventInput } from '../../../db/model/results.ts';
import type { ResultDecision } from '../../../db/model/terms.ts';
import type { Office } from '../../../db/office.ts';
import { rosters, undoRoster } from '../../../db/publicity/rosters.ts';
import { restoreFromBin } from '../../../db/recycle/recycleBin.ts';
import {
  markOutsideEvent,
  outsideEvents,
  resultPeriod,
  saveOutsideEvent,
} from '../../../db/results/outsideEvents.ts';
import {
  addPassedObjection,
  discardPassedObjection,
  reopenPassedObjection,
  settlePassedObjection,
} from '../../../db/results/passedObjections.ts';
import {
  changeRectification,
  closeRectification,
  demandRectification,
  removeRectification,
  reopenRectification,
} from '../../../db/results/rectifications.ts';
import { decideResults, resultRows, resultsView, takeBackDecisions } from '../../../db/results/results.ts';
import { workshopRows } from '../../../db/workshops/workshops.ts';
import { actOn, newOffice, onRoster } from '../../fixtures/plannedOffice.ts';
import { scored } from '../../fixtures/scoredOffice.ts';
import { cleanUp, codesOf, must } from '../open/fixtures.ts';

afterEach(cleanUp);

const stateOf = (office: Office, id: WorkshopId, today = '2021-10-20') =>
  resultRows(office, isoDate(today)).find((row) => row.workshopId === id)?.state;

const decide = (office: Office, id: WorkshopId, decision: ResultDecision, reason = '', on = '2021-10-20') =>
  decideResults(office, { workshopIds: [id], decision, reason, decidedOn: isoDate(on) }, actOn(on));

const eventOf = (some: Partial<OutsideEventInput>): OutsideEventInput =>
  OutsideEventInput.parse({
    kind: 'citySample',
    happenedOn: '2021-10-18',
    lastDay: null,
    documentNo: '',
    place: '',
    note: '',
    workshops: [],
    ...some,
  });

const named = (workshopId: WorkshopId, score: number | null = null) => ({ workshopId, score, veto: '' });

describe('results', () => {
  it('are decided all or none, taken back with a reason, and never overwrite one another', async () => {
    const office = await newOffice();
    const good = onRoster(office, '示例豆腐坊');
    const poor = onRoster(office, '示例酱菜坊');
    scored(office, good, '2021-10-11', 930);
    scored(office, poor, '2021-10-12', 860);
    expect([stateOf(office, good), stateOf(office, poor)]).toEqual(['passed', 'failed']);
    const both = { decision: 'recommend' as const, reason: '', decidedOn: isoDate('2021-10-20') };
    const refused = decideResults(office, { workshopIds: [good, poor], ...both }, actOn('2021-10-20'));
    expect(codesOf(refused)).toEqual(['result.notPassed']);
    expect([stateOf(office, good), stateOf(office, poor)]).toEqual(['passed', 'failed']);
    expect(codesOf(decide(office, good, 'recommend', '', '2021-10-10'))).toEqual(['result.day']);
    must(decide(office, good, 'recommend'));
    expect(stateOf(office, good)).toBe('recommended');
    expect(codesOf(decide(office, good, 'withhold', '弄虚作假'))).toEqual(['result.decided']);
    expect(codesOf(decide(office, poor, 'withhold'))).toEqual(['result.reason']);
    must(decide(office, poor, 'criticise', '降低标准'));
    must(takeBackDecisions(office, [good], '重新核对评分', actOn('2021-10-21')));
    expect(codesOf(takeBackDecisions(office, [good], '再撤', actOn('2021-10-21')))).toEqual(['result.none']);
    must(takeBackDecisions(office, [poor], '改为整改', actOn('2021-10-21')));
    expect([stateOf(office, good), stateOf(office, poor)]).toEqual(['passed', 'failed']);
    const told = auditRows(office, { workshopId: good, limit: 10 }).map((row) => row.sentence);
    expect(told[0]).toContain('原因：重新核对评分');
  });

  it('are taken back for all or for none; the refusal names every one that stands in the way', async () => {
    const office = await newOffice();
    const ids = ['甲', '乙', '丙', '丁'].map((name) => onRoster(office, `示例${name}坊`));
    for (const id of ids) scored(office, id, '2021-10-11', 930);
    for (const id of ids.slice(0, 2)) must(decide(office, id, 'recommend'));
    const act = actOn('2021-10-21');
    const takeBack = (some: readonly WorkshopId[]) => takeBackDecisions(office, some, '重新核对', act);
    const refused = takeBack(ids);
    expect(codesOf(refused)).toEqual(['result.none', 'result.none']);
    expect(JSON.stringify(refused)).toMatch(/示例丙坊.*示例丁坊/);
    expect(ids.map((id) => stateOf(office, id))).toEqual(['recommended', 'recommended', 'passed', 'passed']);
    must(takeBack(ids.slice(0, 2)));
    expect(ids.map((id) => stateOf(office, id))).toEqual(['passed', 'passed', 'passed', 'passed']);
  });

  it('keep the 创建名单 they rest on, and so do scorings and what was told', async () => {
    const office = await newOffice();
    const id = onRoster(office, '示例豆腐坊');
    const act = actOn('2021-10-21');
    const [list] = rosters(office);
    if (!list) throw new Error('A roster');
    const undo = () => JSON.stringify(undoRoster(office, list.id, '名单有误', act));
    const inspection = scored(office, id, '2021-10-11', 930);
    expect(undo()).toContain('“示例豆腐坊”已有自查或考评评分');
    must(decide(office, id, 'recommend'));
    expect(undo()).toContain('“示例豆腐坊”已有考评结果的处理记录');
    must(saveOutsideEvent(office, null, eventOf({ workshops: [named(id)] }), '', actOn('2021-10-25')));
    expect(undo()).toContain('“示例豆腐坊”已登记在市级省级办理情况中');
    must(removeInspection(office, inspection, '录错', act));
    expect(undo()).not.toContain('评分');
    expect(rosters(office)).toHaveLength(1);
  });

  it('lead over 整改 to the re-inspection, each step with its way back', async () => {
    const office = await newOffice();
    const id = onRoster(office, '示例豆腐坊');
    const act = actOn('2021-10-20');
    const demand = { issuedOn: isoDate('2021-10-12'), dueOn: isoDate('2021-10-25'), demands: '更换防蝇设施' };
    expect(codesOf(demandRectification(office, id, demand, act))).toEqual(['rectification.notScored']);
    scored(office, id, '2021-10-11', 860);
    const early = { ...demand, issuedOn: isoDate('2021-10-10') };
    expect(codesOf(demandRectification(office, id, early, act))).toEqual(['rectification.issuedOn']);
    const first = must(demandRectification(office, id, demand, act));
    expect(codesOf(demandRectification(office, id, demand, act))).toEqual(['rectification.open']);
    expect([stateOf(office, id), stateOf(office, id, '2021-10-26')]).toEqual(['rectifying', 'overdue']);
    must(changeRectification(office, first, { ...demand, dueOn: isoDate('2021-10-28') }, '期限过短', act));
    expect(stateOf(office, id, '2021-10-26')).toBe('rectifying');
    const binId = must(removeRectification(office, first, '登记错了', act));
    expect(stateOf(office, id)).toBe('failed');
    must(restoreFromBin(office, 'rectification', binId, act));
    const done = { doneOn: isoDate('2021-10-19'), checkedBy: '示例考评员', note: '已更换' };
    must(closeRectification(office, first, done, act));
    expect(stateOf(office, id)).toBe('rectified');
    must(reopenRectification(office, first, '仍有一处未改', act));
    expect(stateOf(office, id)).toBe('rectifying');
    must(closeRectification(office, first, done, act));
    scored(office, id, '2021-10-20', 920);
    expect(stateOf(office, id)).toBe('passed');
    const [kept] = resultsView(office, act.today).rectifications;
    expect([kept?.past, kept?.total]).toEqual([true, 860]);
    expect(codesOf(reopenRectification(office, first, '再撤', act))).toEqual(['rectification.past']);
    must(decide(office, id, 'recommend'));
    scored(office, id, '2021-10-22', 915);
    expect(stateOf(office, id)).toBe('doubtful');
  });
});

describe('what city and province did', () => {
  it('is recorded, corrected with a reason, removed and restored', async () => {
    const office = await newOffice();
    const ids = ['甲', '乙', '丙', '丁'].map((name) => onRoster(office, `示例${name}坊`));
    for (const id of ids) scored(office, id, '2021-10-11', 930);
    const [one, two] = ids;
    if (!one || !two) throw new Error('No workshops');
    const act = actOn('2021-10-25');
    must(decide(office, one, 'recommend'));
    const sample = must(saveOutsideEvent(office, null, eventOf({ workshops: [named(one)] }), '', act));
    const warned = () => resultsView(office, act.today).warnings.map((each) => each.code);
    expect(warned()).toEqual(['sampling.city']);
    const corrected = eventOf({ workshops: [named(one), named(two)] });
    expect(codesOf(saveOutsideEvent(office, sample, corrected, '', act))).toEqual(['outside.reason']);
    must(saveOutsideEvent(office, sample, corrected, '漏登一家', act));
    expect(warned()).toEqual([]);
    const before = workshopRows(office, act.today).find((row) => row.workshopId === one)?.stage;
    expect(before).toBe('recommended');
    const scores = eventOf({
      kind: 'cityScores',
      happenedOn: isoDate('2021-10-22'),
      workshops: [named(one, 880)],
    });
    const result = must(saveOutsideEvent(office, null, scores, '', act));
    expect(stateOf(office, one)).toBe('doubtful');
    must(takeBackDecisions(office, [one], '市级复评未达标', act));
    expect(codesOf(decide(office, one, 'recommend'))).toEqual(['result.refuted']);
    const stage = () => workshopRows(office, act.today).find((row) => row.workshopId === one)?.stage;
    expect([stage(), stateOf(office, one)]).toEqual(['recheckFailed', 'failed']);
    const demand = { issuedOn: isoDate('2021-10-22'), dueOn: isoDate('2021-10-30'), demands: '补齐台账' };
    const demandId = must(demandRectification(office, one, demand, act));
    const done = { doneOn: act.today, checkedBy: '示例考评员', note: '' };
    must(closeRectification(office, demandId, done, act));
    expect([stage(), stateOf(office, one)]).toEqual(['awaitingReinspection', 'rectified']);
    must(markOutsideEvent(office, result, 'remove', '抄错了', act));
    expect(resultRows(office, act.today)[0]?.city).toBeNull();
    must(markOutsideEvent(office, result, 'restore', '没有抄错', act));
    expect(resultRows(office, act.today)[0]?.city?.total).toBe(880);
    scored(office, one, '2021-10-24', 950);
    expect([stage(), stateOf(office, one)]).toEqual(['countyPassed', 'passed']);
    must(decide(office, one, 'recommend', '', '2021-10-25'));
    expect(stateOf(office, one, '2021-10-25')).toBe('recommended');
    expect(codesOf(markOutsideEvent(office, result, 'restore', '再', act))).toEqual(['outside.unknown']);
  });

  it('counts the 公示 by the rule and takes in objections passed on, sealed', async () => {
    const office = await newOffice();
    const id = onRoster(office, '示例豆腐坊');
    scored(office, id, '2021-10-11', 930);
    must(decide(office, id, 'recommend'));
    // 2021-11-01 + 7 natural days, the first not counted: 11-08, a Monday.
    expect(must(resultPeriod(office, isoDate('2021-11-01'))).lastDay).toBe('2021-11-08');
    const act = actOn('2021-11-05');
    const notice = eventOf({
      kind: 'resultPublicity',
      happenedOn: isoDate('2021-11-01'),
      lastDay: isoDate('2021-11-08'),
      place: '市政府网站',
      workshops: [named(id)],
    });
    const eventId = must(saveOutsideEvent(office, null, notice, '', act));
    const objection = {
      eventId,
      workshopId: id,
      receivedOn: isoDate('2021-11-04'),
      content: '反映现场与评分不符',
    };
    const early = { ...objection, receivedOn: isoDate('2021-10-31') };
    expect(codesOf(addPassedObjection(office, early, act))).toEqual(['passedObjection.receivedOn']);
    const objectionId = must(addPassedObjection(office, objection, act));
    const stored = office.sqlite.prepare('SELECT content_sealed FROM passed_objection').pluck().get();
    expect(String(stored)).not.toContain('评分');
    const view = (day: string) => outsideEvents(office, isoDate(day))[0];
    expect([view('2021-11-05')?.period, view('2021-11-09')?.period]).toEqual([
      'running',
      'awaitingObjections',
    ]);
    expect(stateOf(office, id)).toBe('doubtful');
    const settled = {
      id: objectionId,
      outcome: 'rejected' as const,
      handling: '复核属实',
      settledOn: act.today,
    };
    must(settlePassedObjection(office, settled, act));
    expect([stateOf(office, id), view('2021-11-09')?.period]).toEqual(['recommended', 'closed']);
    expect(codesOf(discardPassedObjection(office, objectionId, '误登', act))).toEqual([
      'passedObjection.unknown',
    ]);
    must(reopenPassedObjection(office, objectionId, '再查', act));
    const binId = must(discardPassedObjection(office, objectionId, '重复登记', act));
    expect(stateOf(office, id)).toBe('recommended');
    must(restoreFromBin(office, 'passedObjection', binId, act));
    expect(stateOf(office, id)).toBe('doubtful');
  });
});
