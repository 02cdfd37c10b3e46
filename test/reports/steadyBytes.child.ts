import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IsoDate, isoDate } from '../../db/model/dates.ts';
import { SubmissionRecord } from '../../db/model/package.ts';
import { PAPER_FORMATS, type Paper } from '../../db/model/papers.ts';
import { ok, type Result } from '../../db/model/problems.ts';
import { TEMPLATE_FORMATS, TEMPLATE_PAPERS } from '../../db/model/templates.ts';
import { keysOf } from '../../db/model/terms.ts';
import { bindArchive } from '../../reports/bundle/bindArchive.ts';
import { collate } from '../../reports/bundle/collate.ts';
import { makePaper } from '../../reports/makePaper.ts';
import { prepareBag } from '../../reports/package/prepare.ts';
import { fictionalData } from '../../reports/templates/fields.ts';
import { sampleTemplate } from '../../reports/templates/sample.ts';
import { fillTemplate } from '../../reports/templates/template.ts';
import { phonePhoto } from '../fixtures/photos.ts';
import { USUAL } from './catalogue.ts';
import { bureau, planLedgerPaper } from './documents/samples.ts';
import { helperListPaper, listPaper } from './documents/workbookSamples.ts';
import { environment } from './read.ts';

/**
 * A process of its own that makes every paper in every format, then what is put together from papers, and prints the
 * hashes; `reverse`: in the other order; `--out=DIR`: the files as well. Only the zip with 收款信息 is left out: an
 * encrypted file that came out the same twice would be a fault.
 */
const PAPERS: readonly (readonly [string, Paper])[] = [
  ...Object.entries(USUAL),
  ['planLedger', planLedgerPaper()],
  ['list', listPaper(3)],
  ['helperList', helperListPaper(3)],
  ['rareNotice', { ...USUAL.selectionNotice, programmeName: '示例䶮𠮷𪚥' }],
  ['rareRoster', { ...USUAL.roster, programmeName: '示例䶮𠮷𪚥' }],
];
const madeOn: IsoDate = isoDate('2021-11-28');
const office = bureau.name;

function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.problems));
}

const made = new Map<string, Uint8Array>();
const bytesOf = (name: string): Uint8Array => made.get(name) ?? new Uint8Array();

type Job = readonly [name: string, make: () => Promise<Uint8Array>];

const papers = PAPERS.flatMap(([name, paper]) =>
  PAPER_FORMATS[paper.paper].map(
    (format): Job => [
      `${name}.${format}`,
      async () => value(await makePaper(paper, format, environment)).bytes,
    ],
  ),
);

const templates = keysOf(TEMPLATE_PAPERS).flatMap((paper) =>
  TEMPLATE_FORMATS[paper].map(
    (format): Job => [
      `本单位模板-${paper}.${format}`,
      async () => {
        const template = await sampleTemplate(paper, format);
        const properties = { title: TEMPLATE_PAPERS[paper], office, madeOn };
        return value(await fillTemplate(template, format, fictionalData(paper), properties));
      },
    ],
  ),
);

/** 打印室, both sides, one paper twice. */
const joined: Job = [
  '批量打印.pdf',
  async () => {
    const names = ['plan.pdf', 'roster.pdf', 'scoreSheet.pdf', 'rareNotice.pdf'];
    const request = names.map((name) => ({ bytes: bytesOf(name), title: name, group: '示例' }));
    const sequence = [0, 1, 2, 3, 0];
    return (await collate({ title: '批量打印', office, madeOn, papers: request, sequence, duplex: true }))
      .bytes;
  },
];

const archive: Job = [
  '一坊一档.pdf',
  async () => {
    const { head, workshop } = {
      head: { bureau, year: 2021, programmeName: '名优特' },
      workshop: { name: '示例䶮豆腐坊', ownerName: '示例', address: '示例县', certificateNo: '示例1号' },
    };
    const line = { responsible: '示例', documentNo: '', title: '材料', date: madeOn, remark: '' };
    const items = [
      { line, part: { kind: 'paper', bytes: bytesOf('plan.pdf') } },
      { line, part: { kind: 'picture', bytes: phonePhoto() } },
      { line, part: { kind: 'foreign', bytes: bytesOf('roster.pdf') } },
      { line, part: { kind: 'apart' } },
    ] as const;
    const request = { head, workshop, madeOn, madeBy: '示例', withPrivate: false, duplex: true, leftOut: [] };
    return value(await bindArchive({ ...request, items, environment })).bytes;
  },
];

const RECORD = SubmissionRecord.parse({
  format: 'workshop-desk/submission',
  formatVersion: 1,
  programVersion: '0.1.0',
  kind: 'roster',
  kindLabel: '创建名单',
  sequence: 1,
  madeOn,
  bureau: { name: office, district: bureau.district, cityBureau: bureau.cityBureau },
  campaign: { id: '0196f000-0000-7000-8000-000000000001', year: 2021, programmeName: '名优特' },
  counts: { workshops: 1 },
  records: [],
});

/** Every file of a submission package, its tags and listing among them. */
async function packageFiles(): Promise<readonly (readonly [string, Uint8Array])[]> {
  const files = ['roster.xlsx', 'selectionNotice.pdf', 'plan.docx'].map((name, index) => ({
    path: `0${index + 1}_${name}`,
    title: name,
    bytes: bytesOf(name),
  }));
  const makeListing = async (paper: Paper): Promise<Result<Uint8Array>> => {
    const listing = await makePaper(paper, 'pdf', environment);
    return listing.ok ? ok(listing.value.bytes) : listing;
  };
  const bag = value(await prepareBag({ record: RECORD, bureau, files, makeListing }));
  return bag.files.map(({ path, bytes }) => [`报送包/${path}`, bytes]);
}

const jobs = [...papers, ...templates];
if (process.argv.includes('reverse')) jobs.reverse();
for (const [name, make] of [...jobs, joined, archive]) made.set(name, await make());
for (const [name, bytes] of await packageFiles()) made.set(name, bytes);

const out = process.argv.find((one) => one.startsWith('--out='))?.slice('--out='.length);
if (out !== undefined) {
  for (const [name, bytes] of made) writeFileSync(join(out, name.replaceAll('/', '／')), bytes);
}
const hashes = [...made].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]);
console.log(JSON.stringify(Object.fromEntries(hashes)));
