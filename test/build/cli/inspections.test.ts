import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../build/cli/outcome.ts';
import { registerDataVerbs } from '../../../build/cli/verbs/data.ts';
import { registerInspectVerb } from '../../../build/cli/verbs/inspect.ts';
import { registerInspectionsVerb } from '../../../build/cli/verbs/inspections.ts';
import { PROFILE } from '../../../build/demo/fictional.ts';
import { answerHint, answerText } from '../../../db/model/scoring/answerText.ts';
import { SAMPLE_TABLE } from '../../../db/model/scoring/sampleTable.ts';
import { openDatabase } from '../../../db/open/open.ts';
import { unlockOfficeWithCode } from '../../../db/open/unlock.ts';
import { readKeyFile } from '../../../db/sealing/keyFile.ts';
import { bestAnswer } from '../../db/model/scoring/tables.ts';
import { cleanUp, must, OPENING, RESOURCES, tempDir } from '../../db/open/fixtures.ts';
import { onRoster } from '../../fixtures/plannedOffice.ts';

afterEach(cleanUp);

const NAME = '示例豆腐坊';
const TEAM = ['--assessor', '示例考评甲/示例局', '--assessor', '示例考评乙/示例局'];
let dir = '';

/** Runs one verb as the command line does; answers what it would print. */
async function run(today: string, ...words: readonly string[]): Promise<Outcome> {
  let outcome: Outcome | undefined;
  const program = new Command('bureau').exitOverride();
  const deliver = (_verb: string, _json: boolean, given: Outcome): void => {
    outcome = given;
  };
  registerDataVerbs(program, deliver);
  registerInspectVerb(program, deliver);
  registerInspectionsVerb(program, deliver);
  const common = ['--data', join(dir, 'data'), '--key-file', join(dir, 'key'), '--today', today];
  await program.parseAsync(['node', 'bureau', ...words, ...common]);
  if (!outcome) throw new Error('No outcome');
  return outcome;
}

const inspect = (today: string, action: string, ...words: readonly string[]) =>
  run(today, 'inspect', action, ...words, '--name', NAME);
const codes = ({ data }: Outcome): unknown =>
  Array.isArray(data.problems) ? data.problems.map((one: { code: string }) => one.code) : [];

/** A filled sheet as a file, with so many findings at line 1.2. */
function answersFile(findings: number): string {
  const lines = SAMPLE_TABLE.items.map((item) => {
    const said = answerText(item.rule, bestAnswer(item));
    const result = answerHint(item.rule).startsWith('得分') ? String(item.points / 10) : said;
    return item.code === '1.2'
      ? { code: item.code, result: String(findings), reason: findings > 0 ? '门口积水' : '' }
      : { code: item.code, result: /^符合$/.test(said) && item.rule.way === 'deduction' ? '0' : result };
  });
  const file = join(dir, `answers-${findings}.json`);
  writeFileSync(file, JSON.stringify(lines));
  return file;
}

beforeEach(async () => {
  dir = tempDir();
  writeFileSync(join(dir, 'profile.json'), JSON.stringify(PROFILE));
  await run('2021-04-01', 'init', '--profile', join(dir, 'profile.json'));
  const state = must(await openDatabase(join(dir, 'data'), RESOURCES, OPENING));
  if (state.state === 'fresh') throw new Error('No data');
  const office = must(await unlockOfficeWithCode(state.opened, must(readKeyFile(join(dir, 'key')))));
  onRoster(office, NAME);
  office.close();
});

describe('scorings on the command line', () => {
  it('imports a county sheet, corrects it by a further import, and re-inspects', async () => {
    const alone = await inspect('2021-10-20', 'import', answersFile(1));
    expect([alone.exit, codes(alone)]).toEqual([2, ['inspection.assessors']]);
    const first = await inspect('2021-10-20', 'import', answersFile(1), ...TEAM);
    expect(first.data).toMatchObject({ score: { total: 990, conclusion: 'pass' } });
    expect(codes(await inspect('2021-10-20', 'correct'))).toEqual(['option.reason']);
    await inspect('2021-10-20', 'correct', '--reason', '示例录错');
    const corrected = await inspect('2021-10-20', 'import', answersFile(2), ...TEAM);
    expect(corrected.data).toMatchObject({
      inspectionId: first.data.inspectionId,
      score: { total: 980 },
    });
    await inspect('2021-11-02', 'import', answersFile(0), ...TEAM);
    const shown = await run('2021-11-02', 'inspections', '--name', NAME);
    expect(shown.data).toMatchObject({
      workshop: { stage: 'countyPassed', outcomes: { county: { total: 1000, round: 2 } } },
      rows: { county: [{ score: { total: 1000 } }, { score: { total: 980 } }] },
    });
  });

  it('records totals of city and province, refuses the county’s, removes and restores', async () => {
    expect(codes(await inspect('2021-10-20', 'record', '--total', '95'))).toEqual(['option.level']);
    const city = ['--level', 'city'];
    expect(codes(await inspect('2021-10-20', 'record', ...city, '--total', 'x'))).toEqual(['option.total']);
    const told = [...city, '--total', '95.5', '--veto', '示例否决项'];
    expect((await inspect('2021-10-20', 'record', ...told)).exit).toBe(0);
    const stages = async () => {
      const { data } = await run('2021-10-20', 'inspections');
      return data.workshops;
    };
    expect(await stages()).toMatchObject([
      { stage: 'recheckFailed', outcomes: { city: { total: 955, conclusion: 'vetoed' } } },
    ]);
    await inspect('2021-10-20', 'remove', ...city, '--reason', '示例误录');
    expect(await stages()).toMatchObject([{ outcomes: { city: null } }]);
    await inspect('2021-10-20', 'restore', ...city);
    expect(await stages()).toMatchObject([{ outcomes: { city: { reported: true } } }]);
  });

  it('makes the summary and blank sheets for the field', async () => {
    const out = join(dir, 'out');
    expect((await run('2021-10-20', 'inspections', '--out', out)).exit).toBe(0);
    expect(readdirSync(out).sort()).toEqual([
      '空白评分表_县级_1家.pdf',
      '考评验收汇总表_示例县市场监督管理局_2021-10-20.pdf',
      '考评验收汇总表_示例县市场监督管理局_2021-10-20.xlsx',
    ]);
  });
});
