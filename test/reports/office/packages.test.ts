import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import { Month } from '../../../db/model/monthly.ts';
import {
  recordReceipt,
  submissionRows,
  submissions,
  undoReceipt,
} from '../../../db/submissions/submissions.ts';
import { makePaper } from '../../../reports/makePaper.ts';
import { precheckPackage, writeOfficePackage } from '../../../reports/office/packages.ts';
import { verifyPackage } from '../../../reports/package/verify.ts';
import { cleanUp, codesOf, must, tempDir } from '../../db/open/fixtures.ts';
import { actOn, addApplicant, confirmEverybody, emptyOffice } from '../../fixtures/office.ts';
import { environment, pdfText, squeezed } from '../read.ts';

afterEach(cleanUp);

const act = actOn('2021-04-26');
const tools = {
  today: act.today,
  programVersion: '0.1.0',
  make: (paper: Parameters<typeof makePaper>[0], format: Parameters<typeof makePaper>[1]) =>
    makePaper(paper, format, environment),
};

const ROSTER = { kind: 'roster', month: null, correction: null } as const;

async function officeWithRoster() {
  const office = await emptyOffice();
  must(addApplicant(office, '示例豆腐坊'));
  confirmEverybody(office);
  return office;
}

it('takes the package back when it cannot be recorded, and the next try succeeds', async () => {
  const [office, stick] = [await officeWithRoster(), tempDir()];
  office.sqlite.pragma('query_only = ON');
  const refused = await writeOfficePackage(office, ROSTER, stick, act, tools);
  expect(codesOf(refused)).toEqual(['disk.denied']);
  expect(readdirSync(stick)).toEqual([]);

  office.sqlite.pragma('query_only = OFF');
  const written = must(await writeOfficePackage(office, ROSTER, stick, act, tools));
  expect(readdirSync(stick)).toEqual([written.folderName]);
  expect(submissions(office)).toMatchObject([{ sequence: 1, folderName: written.folderName }]);
});

it('takes it back where recording fails by a bug, too', async () => {
  const [office, stick] = [await officeWithRoster(), tempDir()];
  office.sqlite.exec('DROP TABLE submission; CREATE TABLE submission (kind, sequence, campaign_id)');
  await expect(writeOfficePackage(office, ROSTER, stick, act, tools)).rejects.toThrow();
  expect(readdirSync(stick)).toEqual([]);
});

const toolsOn = (day: string) => ({ ...tools, today: isoDate(day) });

const MAY = { kind: 'monthly', month: Month.parse('2021-05'), correction: null } as const;

it('hands up a month, then only corrects it, naming what is replaced', async () => {
  const [office, stick] = [await officeWithRoster(), tempDir()];
  const first = must(
    await writeOfficePackage(office, MAY, stick, actOn('2021-05-24'), toolsOn('2021-05-24')),
  );
  const again = await writeOfficePackage(office, MAY, stick, actOn('2021-05-25'), toolsOn('2021-05-25'));
  expect(codesOf(again)).toEqual(['package.alreadySent']);
  const [row] = submissions(office);
  if (!row) throw new Error('No submission');
  const correction = { replacesId: row.id, reason: '投入金额有误' };
  const second = must(
    await writeOfficePackage(
      office,
      { ...MAY, correction },
      stick,
      actOn('2021-05-26'),
      toolsOn('2021-05-26'),
    ),
  );
  expect([first.folderName, second.folderName]).toEqual([
    '报送包_示例县市场监督管理局_2021_进展月报_01',
    '报送包_示例县市场监督管理局_2021_进展月报_02',
  ]);
  const checked = must(await verifyPackage(second.folder));
  expect(checked).toMatchObject({
    valid: true,
    submission: { period: '2021-05', replaces: { folderName: first.folderName, reason: '投入金额有误' } },
  });
  expect(readFileSync(join(second.folder, 'data/00_请先看.txt'), 'utf8')).toContain(
    `替换“${first.folderName}”`,
  );
  const listing = readFileSync(join(second.folder, '报送清单.pdf'));
  expect(squeezed(pdfText(listing))).toContain('更正原因：投入金额有误。');
  expect(
    submissionRows(office, isoDate('2021-05-26')).find((one) => one.key === 'monthly-2021-05'),
  ).toMatchObject({
    state: 'corrected',
    last: { folderName: second.folderName },
  });
  expect(submissions(office)[1]).toMatchObject({ replacedBy: second.folderName });
  const stale = await writeOfficePackage(
    office,
    { ...MAY, correction },
    stick,
    actOn('2021-05-27'),
    toolsOn('2021-05-27'),
  );
  expect(codesOf(stale)).toEqual(['package.replaces']);
});

it('says what changed since the last package', async () => {
  const [office, stick] = [await officeWithRoster(), tempDir()];
  must(await writeOfficePackage(office, ROSTER, stick, act, tools));
  const check = precheckPackage(office, ROSTER, isoDate('2021-04-27'));
  expect(check.changes).toEqual({ added: [], removed: [], altered: [] });
  expect(check).toMatchObject({ since: { madeOn: '2021-04-26' }, mustCorrect: false });
});

it('records a receipt within its days and takes it back', async () => {
  const [office, stick] = [await officeWithRoster(), tempDir()];
  must(await writeOfficePackage(office, ROSTER, stick, act, tools));
  const [row] = submissions(office);
  if (!row) throw new Error('No submission');
  const receipt = { receivedOn: isoDate('2021-04-27'), receivedBy: '示例接收人', note: '' };
  expect(codesOf(recordReceipt(office, row.id, receipt, act))).toEqual(['receipt.day']);
  must(recordReceipt(office, row.id, receipt, actOn('2021-04-28')));
  expect(submissions(office)[0]?.receipt).toEqual(receipt);
  expect(must(undoReceipt(office, row.id, actOn('2021-04-28')))).toEqual(receipt);
  expect(submissions(office)[0]?.receipt).toBeNull();
  expect(codesOf(undoReceipt(office, row.id, act))).toEqual(['receipt.none']);
});

it('refuses a correction whose reason lets out a stored number', async () => {
  const [office, stick] = [await emptyOffice(), tempDir()];
  must(addApplicant(office, '示例豆腐坊', { private: { phone: '13900000000' } }));
  confirmEverybody(office);
  must(await writeOfficePackage(office, ROSTER, stick, act, tools));
  const replacesId = submissions(office)[0]?.id;
  if (!replacesId) throw new Error('No submission');
  const correction = { replacesId, reason: '电话13900000000有误' };
  const refused = await writeOfficePackage(office, { ...ROSTER, correction }, stick, act, tools);
  expect(codesOf(refused)).toEqual(['privacy.storedNumber']);
  expect(readdirSync(stick)).toHaveLength(1);
});
