import { expect, it } from 'vitest';
import type { DocumentPaper } from '../../../reports/documents/document.ts';
import { documentOf } from '../../../reports/documents/document.ts';
import type { Block } from '../../../reports/documents/official.ts';
import { textOf } from '../../../reports/documents/textOf.ts';
import { assistanceRecordPaper, rosterChangesPaper } from './moreSamples.ts';

const textsOf = (paper: DocumentPaper): string => textOf(documentOf(paper)).join('\n');

const deep = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => (block.kind === 'together' ? deep(block.blocks) : [block]));

it.each([
  ['帮扶记录表', { ...assistanceRecordPaper(0), assignments: [] }],
  ['创建名单变动情况表', rosterChangesPaper(0)],
] as const)('%s prints no table without rows', (_name, paper) => {
  const empty = deep(documentOf(paper).blocks).filter(
    (block) => block.kind === 'table' && block.rows.length === 0,
  );
  expect(empty).toEqual([]);
});

it('says in 帮扶记录表 that nothing is recorded yet', () => {
  const text = textsOf({ ...assistanceRecordPaper(0), assignments: [] });
  expect(text).toContain('尚未确定帮扶责任人。');
  expect(text).toContain('截至2021年9月30日，尚无走访记录。');
});

it('explains 代为走访 only where somebody else visited, above the seal', () => {
  const explained = '“代为走访”指';
  expect(textsOf(assistanceRecordPaper(4))).not.toContain(explained);
  const text = textsOf(assistanceRecordPaper(5));
  expect(text.indexOf(explained)).toBeGreaterThan(0);
  expect(text.indexOf(explained)).toBeLessThan(text.lastIndexOf('示例县市场监督管理局'));
});
