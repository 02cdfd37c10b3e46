import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { PAPER_FORMATS } from '../../db/model/papers.ts';
import { USUAL } from './catalogue.ts';
import { bureau } from './documents/samples.ts';
import { pdfInfo, zipPart } from './read.ts';

const Hashes = z.record(z.string(), z.string());

async function madeIn(timeZone: string, ...args: readonly string[]): Promise<Record<string, string>> {
  const child = join(import.meta.dirname, 'steadyBytes.child.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [child, ...args], {
    env: { ...process.env, TZ: timeZone },
  });
  return Hashes.parse(JSON.parse(stdout));
}

const dir = mkdtempSync(join(tmpdir(), 'steady-'));
let one: Record<string, string>;
let other: Record<string, string>;
beforeAll(async () => {
  [one, other] = await Promise.all([
    madeIn('Asia/Shanghai', `--out=${dir}`),
    madeIn('America/New_York', 'reverse'),
  ]);
}, 240_000);
afterAll(() => rmSync(dir, { recursive: true }));

it('gives the same bytes in another process, in another time zone, in another order', () => {
  expect(other).toEqual(one);
  // Every paper in every format, the office's own forms, what is joined from papers, and a package.
  const kinds = { ...USUAL, planLedger: null, list: null, helperList: null };
  const named = Object.entries(kinds).map(([name, paper]) => [name, paper?.paper ?? name] as const);
  expect(new Set(named.map(([, kind]) => kind))).toEqual(new Set(Object.keys(PAPER_FORMATS)));
  for (const [name, kind] of named) {
    for (const [paper, formats] of Object.entries(PAPER_FORMATS)) {
      if (paper === kind)
        expect(Object.keys(one)).toEqual(expect.arrayContaining(formats.map((f) => `${name}.${f}`)));
    }
  }
  expect(Object.keys(one)).toEqual(
    expect.arrayContaining([
      '批量打印.pdf',
      '一坊一档.pdf',
      '报送包/manifest-sha256.txt',
      '报送包/bag-info.txt',
      '报送包/报送清单.pdf',
    ]),
  );
});

const made = (ending: string): readonly (readonly [string, Uint8Array])[] =>
  readdirSync(dir)
    .filter((name) => name.endsWith(ending))
    .map((name) => [name, readFileSync(join(dir, name))] as const);

it('says title, office and language in every PDF', () => {
  for (const [name, bytes] of made('.pdf')) {
    const info = pdfInfo(bytes);
    expect({ name, title: /^Title: +(.+)$/m.exec(info)?.[1] ?? '' }).toMatchObject({
      title: expect.stringMatching(/\p{Script=Han}/u),
    });
    expect({ name, author: /^Author: +(.+)$/m.exec(info)?.[1] }).toEqual({ name, author: bureau.name });
    const language = Buffer.from(bytes).toString('latin1').includes('/Lang (zh-CN)');
    expect({ name, language }).toEqual({ name, language: true });
  }
}, 60_000);

it('says title, office and language in every Word and Excel file', async () => {
  for (const [name, bytes] of [...made('.docx'), ...made('.xlsx')]) {
    const core = await zipPart(bytes, 'docProps/core.xml');
    expect({ name, core }).toMatchObject({
      core: expect.stringMatching(/<dc:title>[^<]*\p{Script=Han}[^<]*<\/dc:title>/u),
    });
    expect({ name, core }).toMatchObject({
      core: expect.stringContaining(`<dc:creator>${bureau.name}</dc:creator>`),
    });
    expect({ name, core }).toMatchObject({
      core: expect.stringContaining('<dc:language>zh-CN</dc:language>'),
    });
    if (name.endsWith('.docx')) {
      const styles = await zipPart(bytes, 'word/styles.xml');
      expect({ name, styles }).toMatchObject({
        styles: expect.stringMatching(/<w:docDefaults>.*<w:lang [^>]*w:eastAsia="zh-CN"/s),
      });
    }
  }
}, 60_000);
