import { describe, expect, it } from 'vitest';
import { SAMPLE_TABLE } from '../../../db/model/scoring/sampleTable.ts';
import { NO_WORK } from '../../../db/model/works.ts';
import { importTemplate } from '../../../reports/excel/importTemplate.ts';
import { planTemplate } from '../../../reports/excel/planTemplate.ts';
import { scoreTableBook, scoreTableTemplate } from '../../../reports/excel/scoreTableBook.ts';
import { worksTemplate } from '../../../reports/excel/worksTemplate.ts';
import { openOfficeFile } from '../../../reports/templates/officeFile.ts';
import { zipPart } from '../read.ts';
import { loaded, valueIn } from '../templates/support.ts';

const MADE = new Date('2021-03-01T08:00:00Z');

/** Each workbook to type into, and which kinds of typing it checks. */
const BOOKS = {
  申请信息: {
    make: () => importTemplate(MADE),
    checks: ['date', 'decimal', 'list', 'whole'],
    title: '小作坊申请信息',
  },
  改造任务: {
    make: () => planTemplate(['示例作坊'], MADE),
    checks: ['date', 'decimal', 'list'],
    title: '改造任务',
  },
  改造进度: {
    make: () => worksTemplate([{ workshopName: '示例作坊', measure: '硬化地面', work: NO_WORK }], MADE),
    checks: ['date', 'decimal', 'whole'],
    title: '改造进度',
  },
  评分表: {
    make: () => scoreTableBook(SAMPLE_TABLE, MADE),
    checks: ['decimal', 'list'],
    title: SAMPLE_TABLE.title,
  },
  空白评分表: {
    make: () => scoreTableTemplate(MADE),
    checks: ['decimal', 'list'],
    title: '验收评分表（在此表逐项录入省厅附表3）',
  },
} as const;

describe.each(Object.entries(BOOKS))('%s', (_name, { make, checks, title }) => {
  it('checks what is typed, prints with its heading on each page, and brings no macro', async () => {
    const bytes = await make();
    const [sheet] = (await loaded(bytes)).worksheets;
    const xml = await zipPart(bytes, 'xl/worksheets/sheet1.xml');
    const kinds = new Set([...xml.matchAll(/<dataValidation type="(\w+)"/g)].map(([, kind]) => kind));
    expect([...kinds].sort()).toEqual(checks);
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '1:2' });
    expect(sheet?.headerFooter.oddFooter).toBe('&C第&P页，共&N页');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
    const core = await zipPart(bytes, 'docProps/core.xml');
    expect(core).toContain(`<dc:title>${title}</dc:title>`);
    expect(core).toContain('2021-03-01');
    const parts = [...valueIn(openOfficeFile(bytes, 'xlsx')).keys()];
    expect(parts.filter((path) => /vba|macro|externalLink|embeddings/i.test(path))).toEqual([]);
    expect(Buffer.compare(await make(), bytes)).toBe(0);
  });
});
