import { readFileSync, rmSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bureauOf, saveBureau } from '../../../db/bureau/bureau.ts';
import { chooseFace, chosenFacePath, chosenFaces } from '../../../db/bureau/faces.ts';
import { officeTemplates, removeTemplate } from '../../../db/bureau/officeTemplates.ts';
import { savedViews, saveView } from '../../../db/bureau/views.ts';
import { Bureau } from '../../../db/model/bureau.ts';
import type { PaperRef } from '../../../db/model/contract/papers.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { TEMPLATE_PAPERS } from '../../../db/model/templates.ts';
import { keysOf } from '../../../db/model/terms.ts';
import type { OpenOffice } from '../../../db/open/unlock.ts';
import { rosters } from '../../../db/publicity/rosters.ts';
import { recycleBin, restoreFromBin } from '../../../db/recycle/recycleBin.ts';
import { makePaper } from '../../../reports/makePaper.ts';
import { makeOfficePaper, type PaperTools } from '../../../reports/office/papers.ts';
import { applySettings, exportSettings, previewSettings } from '../../../reports/office/settings.ts';
import { adoptTemplate, previewTemplate, sampleOf } from '../../../reports/office/templates.ts';
import { canariesOf, strayCanary } from '../../../reports/templates/canaries.ts';
import { fillTemplate } from '../../../reports/templates/template.ts';
import { cleanUp, must } from '../../db/open/fixtures.ts';
import { actOn, addApplicant, confirmEverybody, emptyOffice } from '../../fixtures/office.ts';
import { environment } from '../read.ts';
import { gridOf, problemsIn } from '../templates/support.ts';

const act = actOn('2021-04-26');
const tools: PaperTools = {
  today: isoDate('2021-04-26'),
  make: (paper, format, _signal, template) => makePaper(paper, format, environment, template),
};
const PHONE = '13900000001';
const ROSTER = { paper: 'roster', format: 'xlsx' } as const;

let office: OpenOffice;
beforeEach(async () => {
  office = await emptyOffice();
  must(addApplicant(office, '示例䶮豆腐坊', { private: { phone: PHONE } }));
  must(addApplicant(office, '示例粉条坊'));
  confirmEverybody(office);
});
afterEach(cleanUp);

/** The office's own list: two columns, its own heading. */
async function ownList(foot = '制表：示例经办'): Promise<{ fileName: string; bytes: Uint8Array }> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('附表');
  sheet.getCell('A1').value = '附表（本单位格式）';
  sheet.getCell('A2').value = '{{明细.小作坊名称}}';
  sheet.getCell('B2').value = '{{明细.计划投入资金}}';
  sheet.getCell('A3').value = foot;
  sheet.getCell('B3').value = { formula: 'SUM(B2:B2)' };
  return { fileName: '本单位附表.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}

function rosterRef(): PaperRef {
  const [one] = rosters(office);
  if (!one) throw new Error('no roster');
  return { paper: 'roster', rosterId: one.id };
}

const madeRoster = async () => must(await makeOfficePaper(office, rosterRef(), 'xlsx', tools));

describe('a template of the office', () => {
  it('is previewed with the year’s record, used, and steps in for the built-in paper under its name', async () => {
    const before = await madeRoster();
    const preview = must(await previewTemplate(office, ROSTER, await ownList(), tools));
    expect(preview).toMatchObject({ fictional: false, placeholders: 2, warnings: [] });
    expect(preview.sheets[0]?.rows[1]).toEqual(['示例䶮豆腐坊', '20000']);
    expect(officeTemplates(office)).toEqual([]);
    must(await adoptTemplate(office, ROSTER, await ownList(), tools, act));
    const made = await madeRoster();
    expect(made.fileName).toBe(before.fileName);
    expect(await gridOf(made.bytes)).toMatchObject({
      A1: '附表（本单位格式）',
      A3: '示例粉条坊',
      B4: 40_000,
    });
    // PDF stays the program's own.
    expect(must(await makeOfficePaper(office, rosterRef(), 'pdf', tools)).fileName).toMatch(/\.pdf$/);
  });

  it('goes to 回收站 when it is replaced or given up, and comes back', async () => {
    must(await adoptTemplate(office, ROSTER, await ownList(), tools, act));
    must(await adoptTemplate(office, ROSTER, await ownList('第二版'), tools, act));
    const [binned] = recycleBin(office);
    expect(binned).toMatchObject({
      kind: 'officeTemplate',
      name: '创建名单（Excel）：本单位附表',
      reason: '换用新模板',
    });
    expect(problemsIn(restoreFromBin(office, 'officeTemplate', binned?.id ?? '', act))[0]?.code).toBe(
      'recycle.orphan',
    );
    const [inUse] = officeTemplates(office);
    if (!inUse || !binned) throw new Error('no template');
    must(removeTemplate(office, inUse.id, '', act));
    expect(await gridOf((await madeRoster()).bytes)).not.toHaveProperty('A1', '附表（本单位格式）');
    must(restoreFromBin(office, 'officeTemplate', binned.id, act));
    expect(await gridOf((await madeRoster()).bytes)).toMatchObject({ A4: '制表：示例经办' });
  });

  it('passes the privacy gate: a stored number typed into it is refused, at upload and when printed', async () => {
    const leaking = await ownList(`联系电话：${PHONE}`);
    const refused = problemsIn(await adoptTemplate(office, ROSTER, leaking, tools, act));
    expect(refused.map(({ code }) => code)).toEqual(['privacy.storedNumber']);
    expect(JSON.stringify(refused)).not.toContain(PHONE);
    // The number became a stored one only later.
    must(await adoptTemplate(office, ROSTER, await ownList('联系电话：13900000002'), tools, act));
    must(addApplicant(office, '示例酱菜坊', { private: { phone: '13900000002' } }));
    const made = problemsIn(await makeOfficePaper(office, rosterRef(), 'xlsx', tools));
    expect(made.map(({ code }) => code)).toEqual(['privacy.storedNumber']);
  });

  it.each([
    ['a home address', `住示例镇 示例小区８号楼`, 'privacy.storedNumber'],
    ['a private placeholder', '{{业主身份证号}}', 'template.private'],
  ])('is refused for %s, its cell named', async (_what, foot, code) => {
    must(addApplicant(office, '示例酱菜坊', { private: { homeAddress: '示例县示例镇示例小区8号楼' } }));
    const refused = problemsIn(await adoptTemplate(office, ROSTER, await ownList(foot), tools, act));
    expect(refused).toMatchObject([{ code, field: expect.stringContaining('A3单元格') }]);
    expect(JSON.stringify(refused)).not.toMatch(/8号楼|８号楼/);
  });

  it('says the address of a workshop, even where its owner lives there', async () => {
    const address = '示例县示例镇示例村1号';
    must(addApplicant(office, '示例酱菜坊', { private: { homeAddress: address }, workshop: { address } }));
    must(await adoptTemplate(office, ROSTER, await ownList(`地址：${address}`), tools, act));
    must(await makeOfficePaper(office, rosterRef(), 'xlsx', tools));
  });

  it('offers private values to no paper but 发放表, whose pages alone may carry them', async () => {
    for (const paper of keysOf(TEMPLATE_PAPERS)) {
      const { values } = canariesOf(paper);
      expect({ paper, isPrivate: values.size > 0 }).toEqual({ paper, isPrivate: paper === 'paymentList' });
    }
    const which = { paper: 'paymentList', format: 'xlsx' } as const;
    const canaries = canariesOf('paymentList');
    const { bytes } = must(await sampleOf(which));
    const properties = { title: '示例', office: '示例', madeOn: tools.today };
    const made = must(await fillTemplate(bytes, 'xlsx', canaries.data, properties));
    expect(strayCanary(made, which, canaries, true)).toBeUndefined();
    expect(strayCanary(made, which, canaries, false)).toMatchObject({
      code: 'template.private',
      message: expect.stringMatching(/^[A-Z]\d+单元格：/),
    });
    const [first = ''] = canaries.values;
    const named = must(await fillTemplate(bytes, 'xlsx', canaries.data, { ...properties, title: first }));
    expect(strayCanary(named, which, canaries, true)).toMatchObject({ field: '文件属性' });
  });

  it('has its own characters checked: one made up on a PC is named', async () => {
    const refused = problemsIn(await previewTemplate(office, ROSTER, await ownList('制表：\u{E123}'), tools));
    expect(refused.map(({ code }) => code)).toEqual(['characters.privateUse']);
  });

  it('is tried with made-up values where the year has no such record, and never with a payee’s numbers', async () => {
    for (const which of [
      { paper: 'plan', format: 'docx' },
      { paper: 'paymentList', format: 'xlsx' },
    ] as const) {
      const { bytes, fileName } = must(await sampleOf(which));
      const preview = must(await previewTemplate(office, which, { bytes, fileName }, tools));
      expect(preview.fictional).toBe(true);
      expect(JSON.stringify(preview.sheets)).not.toContain('{{');
    }
  });
});

describe('settings for another PC', () => {
  const VIEW = { name: '面积不足', search: '', chip: null, columns: null };

  it('carry bureau, templates and views, and no private number', async () => {
    must(await adoptTemplate(office, ROSTER, await ownList(), tools, act));
    must(saveView(office, 'workshops', VIEW, act));
    must(saveView(office, 'workshops', { ...VIEW, name: '找人', search: PHONE }, act));
    const file = must(await exportSettings(office, act));
    expect(file.fileName).toBe('设置_示例县市场监督管理局_2021-04-26.zip');

    const other = await emptyOffice();
    const changed = Bureau.parse({ ...bureauOf(other), section: '另一个科' });
    must(saveBureau(other, changed, act));
    const preview = must(await previewSettings(other, file));
    expect(preview.changes.map(({ part }) => part)).toEqual(['bureau', 'templates', 'views']);
    expect(preview.changes[1]?.lines).toEqual(['创建名单（Excel）改用“本单位附表.xlsx”']);
    expect(officeTemplates(other)).toEqual([]);
    const applied = must(await applySettings(other, file, ['templates', 'views'], tools, act));
    expect(applied).toEqual(['本单位模板', '已保存的筛选']);
    expect(officeTemplates(other).map(({ title }) => title)).toEqual(['本单位附表']);
    expect(savedViews(other, 'workshops')).toEqual([VIEW]);
    expect(bureauOf(other).section).toBe('另一个科');
    must(await applySettings(other, file, ['bureau'], tools, act));
    expect(bureauOf(other)).toEqual(bureauOf(office));
    expect(must(await previewSettings(other, file)).changes).toEqual([]);
    expect(Buffer.compare(must(await exportSettings(office, act)).bytes, file.bytes)).toBe(0);
  });

  it('carry the fonts the office points to', async () => {
    const font = {
      fileName: '示例仿宋.ttf',
      face: 'Sample-FangSong',
      bytes: new TextEncoder().encode('font'),
    };
    must(await chooseFace(office, 'body', font, act));
    const file = must(await exportSettings(office, act));
    const other = await emptyOffice();
    expect(must(await previewSettings(other, file)).changes).toEqual([
      { part: 'faces', lines: ['仿宋（正文）改用“示例仿宋.ttf”'] },
    ]);
    must(await applySettings(other, file, ['faces'], tools, act));
    const { body } = chosenFaces(other);
    expect(body).toEqual(chosenFaces(office).body);
    if (!body) throw new Error('no face');
    expect(readFileSync(chosenFacePath(other, body), 'utf8')).toBe('font');
    rmSync(chosenFacePath(other, body));
    expect(problemsIn(await exportSettings(other, act)).map(({ code }) => code)).toEqual(['face.damaged']);
  });

  it('are refused where the file is another one', async () => {
    const file = { fileName: '别的.zip', bytes: new TextEncoder().encode('PK') };
    expect(problemsIn(await previewSettings(office, file)).map(({ code }) => code)).toEqual([
      'settings.file',
    ]);
  });
});
