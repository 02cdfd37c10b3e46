import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import type { ScoreSheetPaper } from '../../../db/model/papers/scoring.ts';
import { SAMPLE_NOTICE, SAMPLE_TABLE } from '../../../db/model/scoring/sampleTable.ts';
import { scoreSheetDocument, scoreSheetsDocument } from '../../../reports/documents/scoreSheet.ts';
import { textOf } from '../../../reports/documents/textOf.ts';
import { answered, bestAnswer } from '../../db/model/scoring/tables.ts';
import { EMPTY_HEAD } from '../../fixtures/inspectionHead.ts';
import { blankScoreSheetPaper } from './worksSamples.ts';

const PAPER: ScoreSheetPaper = { ...blankScoreSheetPaper, level: 'self', asOf: isoDate('2021-05-10') };

const text = (paper: ScoreSheetPaper): string => textOf(scoreSheetDocument(paper)).join('\n');

const sheetWith = (count: number): ScoreSheetPaper => ({
  ...PAPER,
  workshop: {
    name: '示例豆腐坊',
    ownerName: '示例业主',
    address: '示例县示例镇',
    certificateNo: '示例1号',
    products: '豆腐',
  },
  sheet: {
    inspectedOn: isoDate('2021-05-10'),
    note: '',
    finished: true,
    head: EMPTY_HEAD,
    again: false,
    photos: [],
    answers: SAMPLE_TABLE.items.map((item) =>
      item.code === '1.2'
        ? answered(item, { way: 'deduction', count }, '门口积水')
        : answered(item, bestAnswer(item)),
    ),
  },
});

describe('the score sheet', () => {
  it('blank holds every line of its table and says that it is the sample', () => {
    const said = text(PAPER);
    for (const { code, content } of SAMPLE_TABLE.items) expect(said).toContain(`${code}\n${content}`);
    expect(said).toContain(SAMPLE_NOTICE);
    expect(scoreSheetDocument(PAPER).runningFoot).toContain(SAMPLE_NOTICE);
    expect(said).toContain('自查人员（一）');
  });

  it('has its veto lines before the scored ones', () => {
    const said = text(PAPER);
    expect(said.indexOf('一、否决项')).toBeLessThan(said.indexOf('二、评分项'));
  });

  it('filled adds up to what the rules say', () => {
    const said = text(sheetWith(1));
    expect(said).toContain('总分：99分（合格分90分）　达到合格分');
    expect(said).toContain('不符合1处\n1\n3\n门口积水');
  });

  it('of an office’s own table names that table and its version instead', () => {
    const table = { ...SAMPLE_TABLE, sample: false, title: '示例省表', version: '2021' };
    const said = text({ ...PAPER, level: 'county', table });
    expect(said).not.toContain(SAMPLE_NOTICE);
    expect(said).toContain('示例省表　版本：2021');
    expect(said).toContain('考评人员（一）');
  });

  it('not finished is marked so on every page', () => {
    const filled = sheetWith(0);
    if (!filled.sheet) throw new Error('no sheet');
    const paper = { ...filled, sheet: { ...filled.sheet, finished: false } };
    expect(scoreSheetDocument(paper).watermark).toBe('未完成');
  });

  it('of the county names assessors and who stood aside, and why the owner did not sign', () => {
    const filled = sheetWith(1);
    if (!filled.sheet) throw new Error('no sheet');
    const head = {
      ...EMPTY_HEAD,
      assessors: [
        { staffId: null, name: '示例考评甲', unit: '示例股' },
        { staffId: null, name: '示例考评乙', unit: '' },
      ],
      recusals: [{ name: '示例帮扶', reason: '曾帮扶该户' }],
      ownerSigned: false,
      refusalReason: '不认可扣分',
      witness: '示例见证人',
    };
    const paper = { ...filled, level: 'county' as const, sheet: { ...filled.sheet, head, again: true } };
    const said = text(paper);
    expect(said).toContain('考评人员：示例考评甲（示例股）、示例考评乙');
    expect(said).toContain('回避人员及原因：示例帮扶（曾帮扶该户）');
    expect(said).toContain('业主拒绝签字的原因：不认可扣分');
    expect(said).toContain('见证人：示例见证人');
    expect(said).toContain('（复查）');
  });

  it('blank for many workshops is one document with a sheet for each', () => {
    const { workshop } = sheetWith(0);
    if (!workshop) throw new Error('no workshop');
    const { workshop: _none, sheet: _blank, ...rest } = PAPER;
    const workshops = [workshop, { ...workshop, name: '示例酱坊' }];
    const said = textOf(scoreSheetsDocument({ ...rest, paper: 'scoreSheets', workshops })).join('\n');
    expect(said.split('自查人员（一）')).toHaveLength(3);
    expect(said.split('自查评分表\n示例评分表')).toHaveLength(3);
    expect(said).toContain('示例豆腐坊');
    expect(said).toContain('示例酱坊');
  });
});
