import { afterAll, beforeAll, expect, it } from 'vitest';
import { isoDate } from '../../db/model/dates.ts';
import type { ListPaper, RecoverySheetPaper } from '../../db/model/papers/office.ts';
import { PAPER_FORMATS, type Paper, type PaperKind } from '../../db/model/papers.ts';
import { paperRecord } from '../../db/paperRecords.ts';
import { makePaper } from '../../reports/makePaper.ts';
import { gatePaper } from '../../reports/officePapers.ts';
import { cleanUp, must } from '../db/open/fixtures.ts';
import { everyPaper, LAST_DAY, type WholeYear, wholeYear } from '../fixtures/wholeYear.ts';
import { bureau, submissionListPaper } from './documents/samples.ts';
import { leaksIn, textsOf } from './leaks.ts';
import { environment } from './read.ts';

/**
 * The gate reads what a paper will print, not the finished file. So every text of every paper's record gets a number
 * of its own; whichever of them turns up in a file, its name or its properties, the gate must have stopped.
 */

const head = { bureau, year: 2021, programmeName: '名优特' };
const recoverySheet: RecoverySheetPaper = {
  ...head,
  paper: 'recoverySheet',
  madeOn: isoDate('2021-04-01'),
  code: 'AAAA-AAAA',
};
const list: ListPaper = {
  ...head,
  paper: 'list',
  asOf: isoDate('2021-04-01'),
  title: '小作坊',
  filters: '',
  columns: [{ key: 'name', title: '名称', kind: 'text' }],
  rows: [{ name: '示例豆腐坊' }],
};

let year: WholeYear;
beforeAll(async () => {
  year = await wholeYear();
}, 60_000);
afterAll(cleanUp);

/** Words and blanks of a record; its dates, codes and keys stay what they are. */
const isWords = (text: string): boolean => text === '' || /\p{Script=Han}/u.test(text);

function planted(paper: Paper): { readonly paper: Paper; readonly numbers: readonly string[] } {
  const numbers: string[] = [];
  const plant = (value: unknown): unknown => {
    if (typeof value === 'string') {
      if (!isWords(value)) return value;
      const number = `139${String(numbers.length).padStart(8, '0')}`;
      numbers.push(number);
      return `${value}电话${number}转`;
    }
    if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(plant);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plant(one)]));
  };
  // The same record with longer texts.
  return { paper: plant(paper) as Paper, numbers };
}

const papers = (): readonly Paper[] => [
  recoverySheet,
  list,
  submissionListPaper(2),
  ...Object.values(everyPaper(year)).map((ref) => must(paperRecord(year.office, ref, LAST_DAY.today))),
];

it('stops every number that would reach a file of any paper', async () => {
  const seen = new Set<PaperKind>();
  const meant: PaperKind[] = [];
  for (const original of papers()) {
    seen.add(original.paper);
    const { paper, numbers } = planted(original);
    expect(numbers.length).toBeGreaterThan(0);
    if (gatePaper(paper, () => new Set(numbers)).ok) {
      meant.push(paper.paper);
      continue;
    }
    for (const format of PAPER_FORMATS[paper.paper]) {
      const { fileName, bytes } = must(await makePaper(paper, format, environment));
      const reached = leaksIn(await textsOf(fileName, bytes), numbers);
      const passed = reached.filter((number) => gatePaper(paper, () => new Set([number])).ok);
      expect({ paper: paper.paper, format, passed }).toEqual({ paper: paper.paper, format, passed: [] });
    }
  }
  expect(meant).toEqual(['application', 'paymentList']);
  expect([...seen].sort()).toEqual(Object.keys(PAPER_FORMATS).sort());
}, 120_000);
