import { expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import { packParts } from '../../../reports/steadyZip.ts';
import { fictionalData } from '../../../reports/templates/fields.ts';
import { openOfficeFile } from '../../../reports/templates/officeFile.ts';
import { sampleTemplate } from '../../../reports/templates/sample.ts';
import { checkTemplate } from '../../../reports/templates/template.ts';
import { zipPart } from '../read.ts';
import { filled, valueIn } from './support.ts';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content);

/** The sample without properties, as some programs save, and with what a PC says of its owner. */
async function bareTemplate(paper: 'plan' | 'roster', format: 'docx' | 'xlsx'): Promise<Uint8Array> {
  const parts = new Map(valueIn(openOfficeFile(await sampleTemplate(paper, format), format)));
  parts.delete('docProps/core.xml');
  for (const path of ['[Content_Types].xml', '_rels/.rels']) {
    const without = text(parts.get(path)).replace(/<(?:Override|Relationship)\b[^>]*core[^>]*\/>/g, '');
    parts.set(path, bytesOf(without));
  }
  const app = text(parts.get('docProps/app.xml'))
    .replace(/<Company>[^<]*<\/Company>/, '')
    .replace('</Properties>', '<Manager>示例经理</Manager><Company>别的公司</Company></Properties>');
  parts.set('docProps/app.xml', bytesOf(app));
  return packParts(parts, isoDate('2021-09-30'));
}

it.each([
  ['plan', 'docx'],
  ['roster', 'xlsx'],
] as const)('a %s made from a template without properties has the office’s own', async (paper, format) => {
  const template = await bareTemplate(paper, format);
  valueIn(checkTemplate(template, paper, format));
  const made = await filled(template, format, fictionalData(paper));
  const core = await zipPart(made, 'docProps/core.xml');
  expect(core).toContain('<dc:title>示例材料</dc:title>');
  expect(core).toContain('<dc:creator>示例县市场监督管理局</dc:creator>');
  expect(core).toContain('<dc:language>zh-CN</dc:language>');
  expect(await zipPart(made, '_rels/.rels')).toMatch(
    /metadata\/core-properties" Target="docProps\/core.xml"/,
  );
  expect(await zipPart(made, '[Content_Types].xml')).toContain('PartName="/docProps/core.xml"');
  const app = await zipPart(made, 'docProps/app.xml');
  expect(app).toContain('<Company>示例县市场监督管理局</Company>');
  expect(app).not.toMatch(/示例经理|别的公司/);
});
