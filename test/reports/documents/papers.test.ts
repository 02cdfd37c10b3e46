import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../reports/documents/document.ts';
import { textOf } from '../../../reports/documents/textOf.ts';
import { phrasesOf, titleLines } from '../../../reports/documents/titleLines.ts';
import {
  applicant,
  applicationPaper,
  blankApplicationPaper,
  planPaper,
  promisePaper,
  rosterPaper,
  selectionNoticePaper,
  submissionListPaper,
} from './samples.ts';

const textsOf = (paper: Parameters<typeof documentOf>[0]): string => textOf(documentOf(paper)).join('\n');

describe('planDocument', () => {
  it('adds up the budget in figures and in capitals', () => {
    const text = textsOf(planPaper(4));
    expect(text).toContain('改造资金预算合计20,000.50元（大写：贰万元伍角整）');
    expect(text).toContain('业主自筹16,500.50元（大写：壹万陆仟伍佰元伍角整）');
  });

  it('has a place to sign for each of the four, after the text', () => {
    const text = textsOf(planPaper());
    const places = ['业主意见：', '帮扶责任人意见：', '科（所）负责人意见：', '主管领导审核意见：'].map(
      (one) => text.indexOf(one),
    );
    expect(places.every((place) => place > text.indexOf('六、签字'))).toBe(true);
    expect([...places].sort((one, other) => one - other)).toEqual(places);
  });

  it('carries revision and check code on every page, a draft says that it is one', () => {
    expect(documentOf(planPaper()).runningFoot).toBe('改造提升方案　第1版　校验码 7K3M-9QXA-2B4C-5D6E');
    const draft = documentOf(planPaper(2, null));
    expect(draft.watermark).toBe('草　稿');
    expect(textOf(draft).join('')).not.toContain('校验码');
  });
});

describe('selectionNoticeDocument', () => {
  it('prints explicit dates, the way of counting, and whom to tell', () => {
    const text = textsOf(selectionNoticePaper());
    expect(text).toContain('公示期为2021年4月19日至2021年4月26日（7个自然日，不含发布当日）。');
    for (const word of [
      '真实姓名',
      '联系电话：0000-1234567',
      '监督电话：0000-7654321',
      '受理部门：食品生产监督管理科',
    ]) {
      expect(text).toContain(word);
    }
  });

  it('says so when the last day moved past a rest day', () => {
    const paper = { ...selectionNoticePaper(), lastDay: selectionNoticePaper().firstDay, days: 7 };
    expect(textsOf(paper)).toContain('截止日为休息日，顺延至下一工作日');
  });

  it('keeps a short list in the text and makes a long one the annex', () => {
    const kinds = (count: number) =>
      documentOf(selectionNoticePaper(count)).blocks.map((block) => block.kind);
    expect(kinds(12)).not.toContain('annexStart');
    expect(kinds(13)).toContain('annexStart');
  });

  it('holds neither owners nor certificates', () => {
    const entry = { ...rosterPaper(1).entries[0], ...selectionNoticePaper(1).entries[0] };
    const paper = { ...selectionNoticePaper(), entries: [entry] };
    // @ts-expect-error -- a careless caller passes more than the allow-list
    const text = textsOf(paper);
    expect(text).not.toContain('示例业主');
    expect(text).not.toContain('22000000000');
  });
});

describe('applicationDocument and promiseDocument', () => {
  it('has the same labels blank and filled', () => {
    const labels = (paper: typeof applicationPaper) =>
      documentOf(paper).blocks.flatMap((block) =>
        block.kind === 'form' ? block.rows.flat().filter((cell) => cell.isLabel) : [],
      );
    expect(labels(blankApplicationPaper).map((cell) => cell.text)).toEqual(
      labels(applicationPaper).map((cell) => cell.text),
    );
  });

  it('asks for the opinions of the three levels in order', () => {
    const text = textsOf(blankApplicationPaper);
    expect(text.indexOf('监管所意见')).toBeLessThan(text.indexOf('食品生产监督管理科\n意见'));
    expect(text.indexOf('食品生产监督管理科\n意见')).toBeLessThan(text.indexOf('主管领导审核意见'));
  });

  it('leaves in the blank form the places of dates, units and ticks', () => {
    const blank = textsOf(blankApplicationPaper);
    for (const place of ['年　　月　　日', '□男　□女', '平方米', '元']) expect(blank).toContain(place);
    expect(textsOf(applicationPaper)).not.toContain('□男');
  });

  it('leaves much text on the first pages: the page of the opinions is one piece', () => {
    const { application } = applicant;
    const long = { ...applicant, application: { ...application, problems: '墙面脱落，'.repeat(60) } };
    const holdsPlans = (paper: typeof applicationPaper) =>
      documentOf(paper)
        .blocks.flatMap((block) => (block.kind === 'form' ? block.rows.flat() : []))
        .some((cell) => cell.text === '计划改造内容');
    expect(holdsPlans({ ...applicationPaper, applicant: long })).toBe(true);
    expect(holdsPlans(blankApplicationPaper)).toBe(false);
  });

  it('prints the promised money in capitals, and a rule to write on where it is not known', () => {
    expect(textsOf(promisePaper)).toContain('人民币23,500元（大写：贰万叁仟伍佰元整）');
    expect(textsOf({ ...promisePaper, applicant: null })).toContain('人民币＿＿＿＿＿＿＿＿元');
  });
});

describe('names', () => {
  it('prints the programme as the office writes it', () => {
    expect(textsOf({ ...selectionNoticePaper(), programmeName: '名特优' })).toContain(
      '“名特优”食品加工小作坊创建工程',
    );
    expect(textsOf({ ...selectionNoticePaper(), programmeName: '“名优特”' })).not.toContain('““');
    expect(textsOf(applicationPaper)).toContain('名优特食品加工小作坊申请表');
  });

  it('lists the files of a package with their code', () => {
    const text = textsOf(submissionListPaper(3));
    expect(text).toContain('清单校验码：0123-4567-89AB-CDEF');
    expect(text).toContain('合计（3个文件）');
    const replaces = { folderName: '报送包_01', reason: '投入金额有误。' };
    expect(textsOf({ ...submissionListPaper(3), replaces })).toContain('更正原因：投入金额有误。');
    expect(textsOf({ ...submissionListPaper(3), replaces })).not.toContain('。。');
  });
});

describe('titleLines', () => {
  it('breaks between phrases, evenly', () => {
    expect(titleLines(['关于2021年', '“名优特”食品加工小作坊', '创建工程', '创建名单的公示'], 20)).toEqual([
      '关于2021年“名优特”食品加工小作坊',
      '创建工程创建名单的公示',
    ]);
    expect(titleLines(['报送', '清单'], 20)).toEqual(['报送清单']);
  });

  it('has no line shorter than both its neighbours where it can be helped', () => {
    const lines = titleLines(['示例县市场监督管理局', '关于报送', '创建工程', '工作总结的报告'], 11);
    expect(lines).toEqual(['示例县市场监督管理局', '关于报送创建工程', '工作总结的报告']);
  });

  it('cuts one long phrase between words and a name without words anywhere', () => {
    const name = '示例县示例镇传统手工卤水点制老豆腐加工作坊有限责任公司改造提升方案';
    const lines = titleLines([name], 20);
    expect(lines.join('')).toBe(name);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20);
    expect(titleLines(['名'.repeat(60)], 20).join('')).toHaveLength(60);
  });

  it('knows the words titles of the field are made of', () => {
    expect(phrasesOf('关于报送2021年“名优特”食品加工小作坊创建工程工作总结的报告')).toEqual([
      '关于',
      '报送',
      '2021年',
      '“名优特”食品加工小作坊',
      '创建工程',
      '工作总结的报告',
    ]);
    expect(phrasesOf('2021年度名优特食品加工小作坊评分表')[0]).toBe('2021年度名优特食品加工小作坊');
  });
});
