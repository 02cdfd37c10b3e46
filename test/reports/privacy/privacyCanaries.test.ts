import { afterAll, beforeAll, expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import type { ArchivePaper } from '../../../db/model/papers/archive.ts';
import type { ListPaper, RecoverySheetPaper } from '../../../db/model/papers/office.ts';
import { PAPER_FORMATS, type Paper, type PaperKind } from '../../../db/model/papers.ts';
import { paperRecord } from '../../../db/papers/paperRecords.ts';
import { makePaper } from '../../../reports/makePaper.ts';
import { gatePaper } from '../../../reports/office/papers.ts';
import { checkFinished } from '../../../reports/privacy/finishedGate.ts';
import { finishedTexts } from '../../../reports/privacy/finishedText.ts';
import { publishedIn } from '../../../reports/privacy/privacyGate.ts';
import { numbersIn, storedAddressesIn } from '../../../reports/privacy/storedPrivate.ts';
import { cleanUp, must } from '../../db/open/fixtures.ts';
import { phonePhoto } from '../../fixtures/photos.ts';
import { everyPaper, LAST_DAY, type WholeYear, wholeYear } from '../../fixtures/wholeYear.ts';
import { bureau, submissionListPaper } from '../documents/samples.ts';
import { environment } from '../read.ts';
import { leaksIn, textsOf } from './leaks.ts';

/**
 * The gate reads what a paper will print, and the finished file. So every text of every paper's record gets a number
 * and a home address of its own; whichever turns up in a file, its name or its properties, both must have stopped.
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

const folder = { ...head, workshopName: '示例豆腐坊', madeOn: isoDate('2021-12-01') } as const;
const bound = { madeBy: '示例经办', items: 2, pages: 5 };
const line = {
  responsible: '示例县市场监督管理局',
  documentNo: '',
  title: '申请表',
  date: isoDate('2021-04-12'),
  remark: '原件',
};
const archive: readonly ArchivePaper[] = [
  {
    ...folder,
    ...bound,
    paper: 'archiveCover',
    ownerName: '示例业主',
    address: '示例县示例镇',
    certificateNo: '示例证号',
    withPrivate: false,
  },
  { ...folder, paper: 'archiveCatalogue', lines: [{ ...line, page: '1' }] },
  {
    ...folder,
    paper: 'archiveExtract',
    title: '公示情况',
    facts: [{ label: '公示位置', text: '县政府网站' }],
  },
  {
    ...folder,
    paper: 'archivePhotos',
    title: '改造前后照片',
    photos: [{ caption: '操作间', jpeg: phonePhoto() }],
  },
  { ...folder, ...bound, paper: 'archiveClosing', leftOut: ['身份证复印件'] },
];

let year: WholeYear;
beforeAll(async () => {
  year = await wholeYear();
}, 60_000);
afterAll(cleanUp);

/** Words and blanks of a record; its dates, codes and keys stay what they are. */
const isWords = (text: string): boolean => text === '' || /\p{Script=Han}/u.test(text);

/** A phone and a home address of their own for every text. */
const canaries = (index: number) =>
  [`139${String(index).padStart(8, '0')}`, `示例镇示例小区${1000 + index}号楼`] as const;

function planted(paper: Paper): { readonly paper: Paper; readonly values: readonly string[] } {
  const values: string[] = [];
  const plant = (value: unknown): unknown => {
    if (typeof value === 'string') {
      if (!isWords(value)) return value;
      const [number, home] = canaries(values.length);
      values.push(number, home);
      return `${value}电话${number}转，住${home}内`;
    }
    if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(plant);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plant(one)]));
  };
  // The same record with longer texts.
  return { paper: plant(paper) as Paper, values };
}

const papers = (): readonly Paper[] => [
  recoverySheet,
  list,
  submissionListPaper(2),
  ...archive,
  ...Object.values(everyPaper(year)).map((ref) => must(paperRecord(year.office, ref, LAST_DAY.today))),
];

it('stops every number and home address that would reach a file of any paper', async () => {
  const seen = new Set<PaperKind>();
  const meant: PaperKind[] = [];
  for (const original of papers()) {
    seen.add(original.paper);
    const { paper, values } = planted(original);
    expect(values.length).toBeGreaterThan(0);
    if (gatePaper(paper, () => new Set(values)).ok) {
      meant.push(paper.paper);
      continue;
    }
    for (const format of PAPER_FORMATS[paper.paper]) {
      const { fileName, bytes } = must(await makePaper(paper, format, environment));
      const reached = leaksIn(await textsOf(fileName, bytes), values);
      const passed = reached.filter((value) => gatePaper(paper, () => new Set([value])).ok);
      // A workshop's own address is published, even where it is a home.
      const published = passed.every((value) => publishedIn(paper).some((one) => one.includes(value)));
      expect({ paper: paper.paper, format, passed, published }).toEqual({
        paper: paper.paper,
        format,
        passed,
        published: true,
      });
      // Read back, the file shows every one of them; only what it publishes on purpose may leave.
      const { texts, joined, names } = await finishedTexts(bytes, format);
      const known = new Set(values);
      const seenThere = [...texts, ...joined, ...names].flatMap((text) => [
        ...numbersIn([text], known),
        ...storedAddressesIn([text], known),
      ]);
      expect({
        paper: paper.paper,
        format,
        missed: reached.filter((one) => !seenThere.includes(one)),
      }).toEqual({
        paper: paper.paper,
        format,
        missed: [],
      });
      const file = { bytes, format, paper };
      const secret = reached.filter((value) => !passed.includes(value));
      expect((await checkFinished(file, new Set(passed))).ok).toBe(true);
      expect((await checkFinished(file, new Set(secret))).ok).toBe(secret.length === 0);
    }
  }
  expect(meant).toEqual(['application', 'paymentList']);
  expect([...seen].sort()).toEqual(Object.keys(PAPER_FORMATS).sort());
}, 120_000);
