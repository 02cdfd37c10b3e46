import { afterAll, beforeAll, expect, it } from 'vitest';
import { isoDate } from '../../db/model/dates.ts';
import type { ArchivePaper } from '../../db/model/papers/archive.ts';
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

const folder = { ...head, workshopName: '示例豆腐坊', madeOn: isoDate('2021-11-28') };
const archive: readonly ArchivePaper[] = [
  {
    ...folder,
    paper: 'archiveCover',
    ownerName: '示例业主',
    address: '示例村1号',
    certificateNo: '',
    madeBy: '示例甲',
    withPrivate: false,
    items: 1,
    pages: 1,
  },
  {
    ...folder,
    paper: 'archiveCatalogue',
    lines: [{ responsible: '示例局', documentNo: '', title: '申请表', date: null, remark: '', page: '1' }],
  },
  { ...folder, paper: 'archiveExtract', title: '公示摘录', facts: [{ label: '公示位置', text: '示例网站' }] },
  { ...folder, paper: 'archivePhotos', title: '改造照片', photos: [] },
  { ...folder, paper: 'archiveClosing', madeBy: '示例甲', items: 1, pages: 1, leftOut: ['发放表'] },
];

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
  ...archive,
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
