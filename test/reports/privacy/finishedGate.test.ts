import { describe, expect, it } from 'vitest';
import type { Paper, PaperFormat } from '../../../db/model/papers.ts';
import { makePaper } from '../../../reports/makePaper.ts';
import { checkFinished, checkProperties } from '../../../reports/privacy/finishedGate.ts';
import { planPaper, rosterPaper, selectionNoticePaper } from '../documents/samples.ts';
import { environment } from '../read.ts';

const ID = '110101199001010015';
const PHONE = '13900000000';
const HOME = '示例县示例镇示例小区8号楼2单元301室';
const stored = new Set([ID, PHONE, HOME]);

async function finished(paper: Paper, format: PaperFormat) {
  const done = await makePaper(paper, format, environment);
  if (!done.ok) throw new Error('not made');
  return { bytes: done.value.bytes, format, paper };
}

/** A roster (a notice in Word) whose owners' names say this. */
function madeWith(format: 'pdf' | 'docx' | 'xlsx', owner: string) {
  const named = <Row>(rows: readonly Row[]) => rows.map((row) => ({ ...row, ownerName: owner }));
  const [roster, notice] = [rosterPaper(3), selectionNoticePaper(3)];
  const products = notice.entries.map((entry) => ({ ...entry, products: owner }));
  return format === 'docx'
    ? finished({ ...notice, entries: products }, format)
    : finished({ ...roster, entries: named(roster.entries) }, format);
}

describe('the finished file', () => {
  it.each(['pdf', 'docx', 'xlsx'] as const)('is read back: a stored value stops the %s', async (format) => {
    expect((await checkFinished(await madeWith(format, '示例业主'), stored)).ok).toBe(true);
    const written = [
      `联系${PHONE}`,
      `证号${ID.split('').join(' ')}`,
      `住${HOME}`,
      '住示例镇示例小区 ８号楼2单元 301室',
    ];
    for (const owner of written) {
      const stopped = await checkFinished(await madeWith(format, owner), stored);
      expect(stopped).toMatchObject({ ok: false, problems: [{ code: 'privacy.finishedFile' }] });
      expect(JSON.stringify(stopped)).not.toMatch(/13900000000|8号楼|1101/);
    }
  });

  it('is named by its cell or its row', async () => {
    const inCell = await checkFinished(await madeWith('xlsx', HOME), stored);
    expect(JSON.stringify(inCell)).toMatch(/D\d单元格/);
    const inRow = await checkFinished(await madeWith('docx', HOME), stored);
    expect(JSON.stringify(inRow)).toMatch(/第1个表格第2行/);
  });

  it('is stopped where a narrow column broke the value over lines', async () => {
    const wide = '示例示例示例示例示例'.slice(0, 9) + PHONE;
    expect((await checkFinished(await madeWith('pdf', wide), stored)).ok).toBe(false);
    for (let before = 0; before < 6; before++) {
      const broken = await madeWith('pdf', `${'示'.repeat(before)}${HOME}`);
      expect((await checkFinished(broken, stored)).ok).toBe(false);
    }
  });

  it('is stopped where the end of a page broke it', async () => {
    const plan = planPaper(2);
    // Somewhere among these lengths a page ends within the address.
    for (let length = 900; length < 1100; length += 8) {
      const situation = `${'示例情况说明'.repeat(300).slice(0, length)}${HOME}`;
      const record = { ...plan.record, plan: { ...plan.record.plan, situation } };
      expect((await checkFinished(await finished({ ...plan, record }, 'pdf'), stored)).ok).toBe(false);
    }
  });

  it('is not stopped by the address a paper publishes, whoever lives there', async () => {
    const roster = rosterPaper(3);
    const [first] = roster.entries;
    if (!first) throw new Error('An entry');
    const home = new Set([first.address]);
    for (const format of ['pdf', 'xlsx'] as const)
      expect((await checkFinished(await finished(roster, format), home)).ok).toBe(true);
    expect((await checkFinished(await madeWith('docx', first.address), home)).ok).toBe(true);
  });

  it('is not stopped by the name of a 街道, a street or a town', async () => {
    const many = new Set(['示例县示例街道', '示例县示例镇', '示例县示例镇示例大街', '示例村']);
    for (const format of ['pdf', 'docx', 'xlsx'] as const) {
      const made = await madeWith(format, '示例县示例街道、示例县示例镇示例大街、示例村');
      expect((await checkFinished(made, many)).ok).toBe(true);
    }
  });

  it('is not stopped by figures that only stand beside each other', async () => {
    const short = new Set(['2021041', '1231231']);
    expect((await checkFinished(await madeWith('pdf', '示例业主'), short)).ok).toBe(true);
    expect((await checkFinished(await madeWith('xlsx', '示例业主'), short)).ok).toBe(true);
  });
});

it('has no private value among its properties, even where its pages may carry them', async () => {
  for (const [paper, format] of [
    [rosterPaper(1), 'pdf'],
    [rosterPaper(1), 'xlsx'],
    [selectionNoticePaper(1), 'docx'],
  ] as const) {
    expect((await checkProperties(await finished(paper, format), stored)).ok).toBe(true);
    const bureau = { ...paper.bureau, name: `示例局${PHONE}` };
    const stopped = await checkProperties(await finished({ ...paper, bureau }, format), stored);
    expect(stopped).toMatchObject({ ok: false, problems: [{ field: '文件属性' }] });
  }
});
