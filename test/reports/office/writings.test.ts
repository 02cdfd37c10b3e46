import { afterEach, describe, expect, it } from 'vitest';
import { addAttachment } from '../../../db/attachments/attachmentRecords.ts';
import { attachmentSubject } from '../../../db/model/attachments.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { shrinkHere } from '../../../db/pictures/shrink.ts';
import { restoreFromBin } from '../../../db/recycle/recycleBin.ts';
import {
  finishWriting,
  removeWriting,
  reopenWriting,
  saveWriting,
} from '../../../db/summary/writingSteps.ts';
import { writingRows } from '../../../db/summary/writings.ts';
import { makePaper } from '../../../reports/makePaper.ts';
import { makeOfficePaper } from '../../../reports/office/papers.ts';
import { createOfficeWriting, renewOfficeWriting, writingView } from '../../../reports/office/writings.ts';
import { cleanUp, codesOf, must } from '../../db/open/fixtures.ts';
import { phonePhoto } from '../../fixtures/photos.ts';
import { actOn, newOffice, onRoster, signedPlan, task } from '../../fixtures/plannedOffice.ts';
import { scored } from '../../fixtures/scoredOffice.ts';
import { docxText, environment, pdfText, squeezed, zipPart } from '../read.ts';

afterEach(cleanUp);

const act = actOn('2021-11-10');
const tools = {
  today: act.today,
  make: (paper: Parameters<typeof makePaper>[0], format: Parameters<typeof makePaper>[1]) =>
    makePaper(paper, format, environment),
};

async function scoredOffice() {
  const office = await newOffice();
  const id = signedPlan(office, '示例豆腐坊', task('更换地面', isoDate('2021-08-31'), 12_000));
  scored(office, id, '2021-05-01', 700, 'self');
  scored(office, id, '2021-10-11', 930);
  return { office, id };
}

describe('创建工作总结', () => {
  it('is pre-written with the figures of the lists, each with its link', async () => {
    const { office } = await scoredOffice();
    const id = must(createOfficeWriting(office, { kind: 'summary' }, act));
    const { body, title } = must(writingView(office, id, act.today));
    expect(title).toContain('2021年');
    const text = body.sections.map((one) => one.text).join('');
    expect(text).toContain('列入创建名单1家');
    expect(text).toContain('平均得分由改造前自查的70分提高到县级考评的93分');
    expect(text).toContain('计划投入改造资金13,000元，其中业主自筹12,000元、其他资金1,000元');
    expect(body.sections.flatMap((one) => one.figures)).toEqual(
      expect.arrayContaining([{ label: '县级考评', value: '1家', link: '/inspections' }]),
    );
    expect(must(createOfficeWriting(office, { kind: 'summary' }, act))).toBe(id);
  });

  it('does not come back from 回收站 beside a newer one', async () => {
    const { office, id: workshopId } = await scoredOffice();
    for (const subject of [{ kind: 'summary' }, { kind: 'case', workshopId }] as const) {
      const first = must(createOfficeWriting(office, subject, act));
      const binId = must(removeWriting(office, first, '重写', act));
      const second = must(createOfficeWriting(office, subject, act));
      const refused = restoreFromBin(office, 'writing', binId, act);
      expect(codesOf(refused)).toEqual(['writing.exists']);
      expect(writingRows(office).filter((one) => one.kind === subject.kind)).toHaveLength(1);
      must(removeWriting(office, second, '还用原稿', act));
      must(restoreFromBin(office, 'writing', binId, act));
      expect(must(createOfficeWriting(office, subject, act))).toBe(first);
    }
  });

  it('takes figures again: says what changed, rewrites what nobody touched, keeps what was written', async () => {
    const { office } = await scoredOffice();
    const id = must(createOfficeWriting(office, { kind: 'summary' }, act));
    const before = must(writingView(office, id, act.today));
    const [basics] = before.body.sections;
    if (!basics) throw new Error('No section');
    const edit = { key: basics.key, heading: basics.heading, text: `领导重视。${basics.text}` };
    must(saveWriting(office, id, { title: '示例总结', sections: [edit], photos: [] }, act));
    scored(office, onRoster(office, '示例酱菜坊'), '2021-10-12', 880);
    const { renewal } = must(writingView(office, id, act.today));
    expect(renewal.changes).toEqual(
      expect.arrayContaining([
        { section: '一、基本情况', label: '列入创建名单', from: '1家', to: '2家' },
        { section: '四、考评验收和奖补', label: '县级考评', from: '1家', to: '2家' },
      ]),
    );
    expect(renewal.edited).toEqual(['一、基本情况']);
    must(renewOfficeWriting(office, id, act));
    const after = must(writingView(office, id, act.today));
    expect(after.renewal.changes).toEqual([]);
    expect(after.body.sections[0]?.text).toBe(edit.text);
    expect(after.body.sections[0]?.generated).toContain('列入创建名单2家');
    expect(after.body.sections.find((one) => one.key === 'outcomes')?.text).toContain('县级考评2家，达标1家');
  });

  it('is finished only when nothing is left open; then it stands until reopened', async () => {
    const { office } = await scoredOffice();
    const id = must(createOfficeWriting(office, { kind: 'summary' }, act));
    expect(new Set(codesOf(finishWriting(office, id, act)))).toEqual(new Set(['writing.toWrite']));
    const { body, title } = must(writingView(office, id, act.today));
    const sections = body.sections.map(({ key, heading }) => ({ key, heading, text: '示例内容。' }));
    const edit = { title, sections, photos: [] };
    must(saveWriting(office, id, edit, act));
    must(finishWriting(office, id, act));
    expect(codesOf(saveWriting(office, id, edit, act))).toEqual(['writing.finished']);
    expect(codesOf(renewOfficeWriting(office, id, act))).toEqual(['writing.finished']);
    must(reopenWriting(office, id, act));
    must(saveWriting(office, id, edit, act));
    const binId = must(removeWriting(office, id, '重写', act));
    expect(writingRows(office)).toEqual([]);
    must(restoreFromBin(office, 'writing', binId, act));
    expect(writingRows(office).map((row) => row.id)).toEqual([id]);
  });
});

describe('典型案例', () => {
  it('shows the photos that were chosen, in PDF and Word', async () => {
    const { office, id: workshopId } = await scoredOffice();
    const added = must(
      await addAttachment(
        office,
        {
          subject: attachmentSubject('workshop', workshopId),
          role: 'after',
          fileName: '改造后.jpg',
          bytes: phonePhoto(),
        },
        act,
        shrinkHere,
      ),
    );
    const id = must(createOfficeWriting(office, { kind: 'case', workshopId }, act));
    const { title, photos, body } = must(writingView(office, id, act.today));
    expect(body.sections.map((one) => one.text).join('')).toContain('改造前自查70分，县级考评93分');
    expect(photos).toEqual([expect.objectContaining({ id: added.attachment.id })]);
    must(saveWriting(office, id, { title, sections: [], photos: [added.attachment.id] }, act));
    const ref = { paper: 'writing', writingId: id } as const;
    const pdf = must(await makeOfficePaper(office, ref, 'pdf', tools));
    expect(squeezed(pdfText(pdf.bytes))).toContain('更换地面');
    expect(Buffer.from(pdf.bytes).toString('latin1')).toContain('/DCTDecode');
    const docx = must(await makeOfficePaper(office, ref, 'docx', tools));
    expect(await zipPart(docx.bytes, 'word/document.xml')).toContain('<pic:pic');
    const word = squeezed(await docxText(docx.bytes));
    expect(word).toContain('典型案例');
    expect(word).toMatch(/附件：现场照片.*附件现场照片改造后$/);
  });

  it('needs a signed plan', async () => {
    const office = await newOffice();
    const workshopId = onRoster(office, '示例酱菜坊');
    expect(codesOf(createOfficeWriting(office, { kind: 'case', workshopId }, act))).toEqual([
      'writing.noPlan',
    ]);
  });
});

it('writes the report that goes with a 报送', async () => {
  const { office } = await scoredOffice();
  const subject = { kind: 'report', submission: 'plans', month: null } as const;
  const id = must(createOfficeWriting(office, subject, act));
  const made = must(await makeOfficePaper(office, { paper: 'writing', writingId: id }, 'docx', tools));
  const text = squeezed(await docxText(made.bytes));
  expect(text).toContain('关于报送2021年');
  expect(text).toContain('改造方案台账');
  expect(text).toContain('业主自筹12,000元');
  expect(codesOf(createOfficeWriting(office, { ...subject, submission: 'monthly' }, act))).toEqual([
    'writing.month',
  ]);
});
