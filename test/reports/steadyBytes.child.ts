import { createHash } from 'node:crypto';
import { PAPER_FORMATS, type Paper } from '../../db/model/papers.ts';
import { makePaper } from '../../reports/makePaper.ts';
import { USUAL } from './catalogue.ts';
import { planLedgerPaper } from './documents/samples.ts';
import { environment } from './read.ts';

/** A process of its own that makes every paper in every format and prints the hashes; `reverse`: in the other order. */
const papers: readonly (readonly [string, Paper])[] = [
  ...Object.entries(USUAL),
  ['planLedger', planLedgerPaper()],
  ['rareNotice', { ...USUAL.selectionNotice, programmeName: '示例䶮𠮷𪚥' }],
  ['rareRoster', { ...USUAL.roster, programmeName: '示例䶮𠮷𪚥' }],
];
const wanted = papers.flatMap(([name, paper]) =>
  PAPER_FORMATS[paper.paper].map((format) => ({ name: `${name}.${format}`, paper, format })),
);
if (process.argv.includes('reverse')) wanted.reverse();

const hashes: Record<string, string> = {};
for (const { name, paper, format } of wanted) {
  const made = await makePaper(paper, format, environment);
  if (!made.ok) throw new Error(`${name}: ${JSON.stringify(made.problems)}`);
  hashes[name] = createHash('sha256').update(made.value.bytes).digest('hex');
}
console.log(JSON.stringify(hashes));
