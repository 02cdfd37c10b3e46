import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { makePaper } from '../../reports/makePaper.ts';
import { rosterPaper, selectionNoticePaper } from './documents/samples.ts';
import { environment, pdfInfo, zipPart } from './read.ts';

const Hashes = z.record(z.string(), z.string());

async function madeIn(timeZone: string, ...args: readonly string[]): Promise<Record<string, string>> {
  const child = join(import.meta.dirname, 'steadyBytes.child.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [child, ...args], {
    env: { ...process.env, TZ: timeZone },
  });
  return Hashes.parse(JSON.parse(stdout));
}

it('gives the same bytes in another process, in another time zone, in another order', async () => {
  const [one, other] = await Promise.all([madeIn('Asia/Shanghai'), madeIn('America/New_York', 'reverse')]);
  expect(Object.keys(one).length).toBeGreaterThan(60);
  expect(other).toEqual(one);
}, 180_000);

it('says title, office and language in the properties of every format', async () => {
  const [notice, roster] = [selectionNoticePaper(), rosterPaper()];
  const made = async (paper: typeof notice | typeof roster, format: 'pdf' | 'docx' | 'xlsx') => {
    const done = await makePaper(paper, format, environment);
    if (!done.ok) throw new Error('not made');
    return done.value.bytes;
  };
  const pdf = await made(notice, 'pdf');
  expect(pdfInfo(pdf)).toMatch(/Title:\s+.*公示/);
  expect(pdfInfo(pdf)).toMatch(/Author:\s+示例县市场监督管理局/);
  expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (zh-CN)');
  for (const [paper, format] of [
    [notice, 'docx'],
    [roster, 'xlsx'],
  ] as const) {
    const core = await zipPart(await made(paper, format), 'docProps/core.xml');
    expect(core).toContain('<dc:language>zh-CN</dc:language>');
    expect(core).toContain('<dc:creator>示例县市场监督管理局</dc:creator>');
    expect(core).toMatch(/<dc:title>.*创建名单.*<\/dc:title>/);
  }
});
