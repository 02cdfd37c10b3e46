import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Month } from '../../../db/model/monthly.ts';
import { PAPER_FORMATS } from '../../../db/model/papers.ts';
import { keysOf, SUBMISSION_KINDS, type SubmissionKind } from '../../../db/model/terms.ts';
import type { Office } from '../../../db/office.ts';
import { privateNumbers } from '../../../db/papers/paperRecords.ts';
import { lastPackage } from '../../../db/submissions/submissions.ts';
import { makePaper } from '../../../reports/makePaper.ts';
import { makeArchive, saveArchive } from '../../../reports/office/archive.ts';
import { makeListWorkbook } from '../../../reports/office/lists.ts';
import { writeOfficePackage } from '../../../reports/office/packages.ts';
import { makeOfficePaper } from '../../../reports/office/papers.ts';
import { verifyPackage } from '../../../reports/package/verify.ts';
import { cleanUp, codesOf, must, tempDir } from '../../db/open/fixtures.ts';
import {
  everyPaper,
  finishText,
  LAST_DAY,
  PRIVATE,
  type WholeYear,
  wholeYear,
} from '../../fixtures/wholeYear.ts';
import { printTools } from '../bundle/support.ts';
import { environment } from '../read.ts';
import { folderTexts, leaksIn, textsOf } from './leaks.ts';

const tools = {
  today: LAST_DAY.today,
  programVersion: '0',
  make: (paper: Parameters<typeof makePaper>[0], format: Parameters<typeof makePaper>[1]) =>
    makePaper(paper, format, environment),
};

/** What each paper meant for private numbers may carry, and no other. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  application: [PRIVATE.idNumber, PRIVATE.phone],
  paymentList: [PRIVATE.idNumber, PRIVATE.phone, PRIVATE.card],
};

const handUp = (office: Office, kind: SubmissionKind, dir: string, reason: string | null = null) => {
  const subject = { kind, month: kind === 'monthly' ? Month.parse('2021-10') : null };
  const last = lastPackage(office, subject);
  const correction = reason === null || last === null ? null : { replacesId: last.id, reason };
  return writeOfficePackage(office, { ...subject, correction }, dir, LAST_DAY, tools);
};

/** One year for all: nothing below depends on what another test wrote but its own packages. */
let year: WholeYear;
beforeAll(async () => {
  year = await wholeYear();
  finishText(year.office, { kind: 'summary' });
}, 60_000);
afterAll(cleanUp);

it('knows every private number that is stored', () => {
  expect([...privateNumbers(year.office)].sort()).toEqual(Object.values(PRIVATE).sort());
});

describe('a paper', () => {
  it('carries none in any format, unless it is meant to', async () => {
    const { office } = year;
    for (const [kind, ref] of Object.entries(everyPaper(year))) {
      for (const format of PAPER_FORMATS[ref.paper]) {
        const { fileName, bytes } = must(await makeOfficePaper(office, ref, format, tools));
        const leaks = leaksIn(await textsOf(fileName, bytes), privateNumbers(office));
        expect({ kind, format, leaks: [...leaks].sort() }).toEqual({
          kind,
          format,
          leaks: [...(MEANT[kind] ?? [])].sort(),
        });
        expect(leaksIn([fileName], privateNumbers(office))).toEqual([]);
      }
    }
  }, 120_000);

  it.each([
    ['a number', `电话 139-0000/0000`],
    ['a home address', `住${PRIVATE.homeAddress}`],
  ])('exported from a list is refused where a cell has %s', async (_what, cell) => {
    const list = {
      title: '小作坊',
      filters: '',
      columns: [{ key: 'note', title: '备注', kind: 'text' as const }],
    };
    const made = await makeListWorkbook(year.office, { ...list, rows: [{ note: cell }] }, tools);
    expect(made.ok).toBe(false);
  });
});

it.each([
  ['for anybody', false, []],
  ['with the personal papers', true, [PRIVATE.idNumber, PRIVATE.phone]],
] as const)(
  '一坊一档 %s carries no more than it is meant to',
  async (_which, withPrivate, meant) => {
    const { office, workshopId } = year;
    const request = { workshopId, withPrivate, duplex: false };
    const archive = must(await makeArchive(office, request, printTools(LAST_DAY.today)));
    const { path } = must(await saveArchive(archive, tempDir()));
    const leaks = leaksIn(await folderTexts(path), privateNumbers(office));
    expect([...leaks].sort()).toEqual([...meant].sort());
  },
  60_000,
);

describe('a package', () => {
  it.each(keysOf(SUBMISSION_KINDS))(
    'of %s carries none but inside its encrypted zip',
    async (kind) => {
      const dir = tempDir();
      const { folder, passphrase } = must(await handUp(year.office, kind, dir));
      expect(must(await verifyPackage(folder))).toMatchObject({ valid: true, faults: [] });
      expect(passphrase === null).toBe(kind !== 'payees');
      const secrets = [...privateNumbers(year.office), ...(passphrase === null ? [] : [passphrase])];
      expect(leaksIn(await folderTexts(folder), secrets)).toEqual([]);
      const corrected = must(await handUp(year.office, kind, dir, '更正一处错字'));
      expect(leaksIn(await folderTexts(corrected.folder), secrets)).toEqual([]);
    },
    60_000,
  );

  it.each([
    ['a number', `联系电话１３９ ０００００ ０００`],
    ['a home address', `住${PRIVATE.homeAddress}`],
  ])('is refused where the reason of a correction has %s', async (_what, reason) => {
    const dir = tempDir();
    must(await handUp(year.office, 'monthly', dir, '数字有误'));
    expect((await handUp(year.office, 'monthly', dir, reason)).ok).toBe(false);
  });

  it('is kept from whoever lacks the passphrase, and the passphrase is kept nowhere', async () => {
    const { office } = year;
    const { folder, passphrase } = must(await handUp(office, 'payees', tempDir(), '卡号更正'));
    const zip = readFileSync(join(folder, 'data/01_收款信息（加密）.zip'));
    const [entry] = await new ZipReader(new Uint8ArrayReader(zip)).getEntries();
    if (!entry || entry.directory || passphrase === null) throw new Error('No encrypted file');
    expect(entry).toMatchObject({ encrypted: true, zipCrypto: false, filename: '收款信息表.xlsx' });
    const open = (password?: string) =>
      entry.getData(new Uint8ArrayWriter(), password === undefined ? {} : { password });
    await expect(open()).rejects.toThrow();
    await expect(open('2222-2222-2222-2222-2222')).rejects.toThrow();
    const inside = await textsOf('收款信息表.xlsx', await open(passphrase));
    expect(leaksIn(inside, privateNumbers(office))).toEqual([PRIVATE.card]);
    const kept = Buffer.from(office.sqlite.serialize()).toString('latin1');
    expect(kept.includes(passphrase)).toBe(false);
    expect(passphrase).toMatch(/^([2-9A-HJKMNP-Z]{4}-){4}[2-9A-HJKMNP-Z]{4}$/);
  });

  it('is refused with a text that has one', async () => {
    const own = await wholeYear();
    finishText(own.office, { kind: 'summary' }, `联系电话${PRIVATE.phone}`);
    expect(codesOf(await handUp(own.office, 'summary', tempDir()))).toEqual(['privacy.storedNumber']);
  }, 60_000);
});
