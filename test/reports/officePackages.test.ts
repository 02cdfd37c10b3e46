import { readdirSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { submissions } from '../../db/submissions.ts';
import { makePaper } from '../../reports/makePaper.ts';
import { writeOfficePackage } from '../../reports/officePackages.ts';
import { cleanUp, codesOf, must, tempDir } from '../db/open/fixtures.ts';
import { actOn, addApplicant, confirmEverybody, emptyOffice } from '../fixtures/office.ts';
import { environment } from './read.ts';

afterEach(cleanUp);

const act = actOn('2021-04-26');
const tools = {
  today: act.today,
  programVersion: '0.1.0',
  make: (paper: Parameters<typeof makePaper>[0], format: Parameters<typeof makePaper>[1]) =>
    makePaper(paper, format, environment),
};

async function officeWithRoster() {
  const office = await emptyOffice();
  must(addApplicant(office, '示例豆腐坊'));
  confirmEverybody(office);
  return office;
}

it('takes the package back when it cannot be recorded, and the next try succeeds', async () => {
  const [office, stick] = [await officeWithRoster(), tempDir()];
  office.sqlite.pragma('query_only = ON');
  const refused = await writeOfficePackage(office, 'roster', stick, act, tools);
  expect(codesOf(refused)).toEqual(['disk.denied']);
  expect(readdirSync(stick)).toEqual([]);

  office.sqlite.pragma('query_only = OFF');
  const written = must(await writeOfficePackage(office, 'roster', stick, act, tools));
  expect(readdirSync(stick)).toEqual([written.folderName]);
  expect(submissions(office)).toMatchObject([{ sequence: 1, folderName: written.folderName }]);
});

it('takes it back where recording fails by a bug, too', async () => {
  const [office, stick] = [await officeWithRoster(), tempDir()];
  office.sqlite.exec('DROP TABLE submission; CREATE TABLE submission (kind, sequence, campaign_id)');
  await expect(writeOfficePackage(office, 'roster', stick, act, tools)).rejects.toThrow();
  expect(readdirSync(stick)).toEqual([]);
});
