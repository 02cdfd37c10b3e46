import { describe, expect, it } from 'vitest';
import {
  codesNamed,
  itemMark,
  proposeTasks,
  taskFrom,
  uncoveredDeductions,
} from '../../../../db/model/scoring/measures.ts';
import { SAMPLE_NOTICE, SAMPLE_TABLE } from '../../../../db/model/scoring/sampleTable.ts';
import { scoreOf } from '../../../../db/model/scoring/scoreOf.ts';
import { SHIPPED_MEASURES } from '../../../../db/model/scoring/shippedMeasures.ts';
import { fullPoints, sectionsOf, tableProblems } from '../../../../db/model/scoring/table.ts';
import { answered, bestAnswer, itemWith, tableWith } from './tables.ts';

const { items } = SAMPLE_TABLE;
const best = items.map((item) => answered(item, bestAnswer(item)));

describe('the shipped table', () => {
  it('is the one of the research: 6 vetoes, 27 lines, 20+20+20+25+8+7 points', () => {
    expect(items.filter((item) => item.veto).map((item) => item.code)).toEqual([
      'V1',
      'V2',
      'V3',
      'V4',
      'V5',
      'V6',
    ]);
    const sections = sectionsOf(items);
    expect(sections.map(({ items: lines }) => [lines.length, fullPoints(lines)])).toEqual([
      [5, 200],
      [5, 200],
      [5, 200],
      [6, 250],
      [3, 80],
      [3, 70],
    ]);
    expect(fullPoints(items)).toBe(1000);
    expect(tableProblems(SAMPLE_TABLE)).toEqual([]);
  });

  it('says that it is a sample', () => {
    expect(SAMPLE_TABLE.title).toBe(SAMPLE_NOTICE);
    expect(SAMPLE_TABLE.sample).toBe(true);
  });

  it('gives 100 points to a sheet without faults, and 0 measures', () => {
    expect(scoreOf(SAMPLE_TABLE, best, 900)).toMatchObject({ total: 1000, conclusion: 'pass', missing: [] });
    expect(proposeTasks(SAMPLE_TABLE, best, SHIPPED_MEASURES)).toEqual([]);
  });

  it('has a measure for every scored line', () => {
    const codes = new Set(SHIPPED_MEASURES.map((one) => one.itemCode));
    expect(items.filter((item) => !item.veto && !codes.has(item.code))).toEqual([]);
  });
});

describe('a table as typed', () => {
  const codesOf = (...lines: Parameters<typeof tableWith>[0]) =>
    tableProblems(tableWith(lines)).map((one) => one.code);

  it('names doubled codes, wrong rules and sums other than 100', () => {
    expect(codesOf(itemWith({ way: 'yesNo' }), itemWith({ way: 'yesNo' }))).toEqual([
      'score.code.twice',
      'score.full',
    ]);
    expect(codesOf(itemWith({ way: 'deduction', each: 0 }, { points: 1000 }))).toEqual(['score.item.rule']);
    expect(codesOf(itemWith({ way: 'threeConclusions', basic: 1001 }, { points: 1000 }))).toEqual([
      'score.item.rule',
    ]);
    expect(codesOf(itemWith({ way: 'yesNo' }, { points: 0 }))).toEqual(['score.item.points']);
    expect(codesOf(itemWith({ way: 'yesNo' }, { points: 10, veto: true, section: '' }))).toEqual([
      'score.item.points',
    ]);
    const overlapping = {
      way: 'band',
      bands: [
        { label: '好', from: 500, to: 1000 },
        { label: '差', from: 0, to: 500 },
      ],
    } as const;
    expect(codesOf(itemWith({ ...overlapping, bands: [...overlapping.bands] }, { points: 1000 }))).toEqual([
      'score.item.rule',
    ]);
  });
});

describe('proposed tasks', () => {
  const line = (code: string) => {
    const item = items.find((one) => one.code === code);
    if (!item) throw new Error(code);
    return item;
  };
  const faulty = [
    answered(line('1.2'), { way: 'deduction', count: 2 }, '门口有积水'),
    answered(line('4.2'), { way: 'absent' }, '不使用添加剂'),
    answered(line('2.5'), { way: 'yesNo', yes: false }, '无水质报告'),
    answered(line('V4'), { way: 'yesNo', yes: false }, '实测28㎡'),
    answered(line('1.1'), { way: 'threeConclusions', conclusion: 'meets' }),
  ];

  it('are one for each deducted line, in the table’s order, with the reason found on the spot', () => {
    const proposed = proposeTasks(SAMPLE_TABLE, faulty, SHIPPED_MEASURES);
    expect(
      proposed.map(({ itemCode, lost, category, problem }) => [itemCode, lost, category, problem]),
    ).toEqual([
      ['V4', 0, 'premises', '实测28㎡'],
      ['1.2', 20, 'hygiene', '门口有积水'],
      ['2.5', 30, 'premises', '无水质报告'],
    ]);
    expect(proposed[1]?.standard).toContain(itemMark('1.2'));
  });

  it('leave out what a task already names; the check then says nothing more of it', () => {
    const [, water] = proposeTasks(SAMPLE_TABLE, faulty, SHIPPED_MEASURES);
    if (!water) throw new Error('no proposal');
    const tasks = [taskFrom(water)];
    expect(proposeTasks(SAMPLE_TABLE, faulty, SHIPPED_MEASURES, tasks).map((one) => one.itemCode)).toEqual([
      'V4',
      '2.5',
    ]);
    expect(uncoveredDeductions(SAMPLE_TABLE, faulty, tasks).map((one) => one.found)).toEqual(['V4', '2.5']);
    expect(uncoveredDeductions(SAMPLE_TABLE, faulty, tasks).every((one) => one.severity === 'warning')).toBe(
      true,
    );
  });

  it('stand without a measure where the library has none', () => {
    const [first] = proposeTasks(SAMPLE_TABLE, faulty, []);
    expect(first).toMatchObject({ itemCode: 'V4', measure: '', fromLibrary: false, problem: '实测28㎡' });
  });

  it('are recognised however the line is written', () => {
    expect(codesNamed('清运杂物（对应评分项1.2、1.3和V4）')).toEqual(['1.2', '1.3', 'V4']);
    expect(codesNamed(itemMark('4.6'))).toEqual(['4.6']);
    expect(codesNamed('预算1.2万元')).toEqual([]);
  });
});
