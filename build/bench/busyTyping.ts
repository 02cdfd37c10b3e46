import { join } from 'node:path';
import { z } from 'zod';
import type { Driven } from './driven.ts';
import type { Series } from './figures.ts';
import { call } from './screenTools.ts';
import { writeApplicants } from './seed.ts';

/** Rows of the import, none of which is known yet. */
const IMPORTED = 5_000;
const IMPORT_FROM = 10_000;
const LETTERS = 60;
/** An export and a backup are over sooner than so many letters are typed. */
const ROUNDS = 4;

/** Types into the form of a new application, and tells how long each letter took. */
async function typeInForm(program: Driven, letters: number): Promise<readonly number[]> {
  await program.evaluate(call('openForm'), z.unknown());
  const times: number[] = [];
  for (let at = 0; at < letters; at++) {
    await program.evaluate(call('expectLetter'), z.unknown());
    await program.press('a');
    times.push(await program.evaluate('window.awaited', z.number()));
  }
  return times;
}

/** Typing that begins as soon as the work was started. */
async function typeDuring(program: Driven, title: string, start: string, rounds: number): Promise<Series> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await program.evaluate(start, z.unknown());
    times.push(...(await typeInForm(program, LETTERS / rounds)));
  }
  return { title, times };
}

/** Typing in a form: in peace, and while the program exports, backs up and imports. */
export async function measureBusyTyping(program: Driven, dir: string): Promise<readonly Series[]> {
  const calm: Series = { title: '打字，平时', times: await typeInForm(program, LETTERS) };
  await program.answerDialogs(join(dir, '导出.xlsx'));
  const toExport = call('start', '/workshops', '导出Excel');
  const exporting = await typeDuring(program, '打字，导出Excel时', toExport, ROUNDS);
  const backup = await typeDuring(program, '打字，备份时', call('start', '/backups', '立即备份'), ROUNDS);
  const file = join(dir, '汇总表.xlsx');
  await writeApplicants(file, IMPORT_FROM, IMPORTED);
  await program.answerDialogs(file);
  const importing = await typeDuring(program, `打字，导入${IMPORTED}行时`, call('startImport'), 1);
  return [calm, exporting, backup, importing];
}
