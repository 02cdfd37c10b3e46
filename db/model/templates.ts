import type { z } from 'zod';
import type { Paper } from './papers.ts';
import { enumOf } from './terms.ts';

/** The papers an office may print in its own form. */
export const TEMPLATE_PAPERS = {
  roster: '创建名单',
  plan: '改造提升方案',
  planLedger: '改造方案台账',
  monthly: '进展月报',
  inspectionSummary: '考评验收汇总表',
  recommended: '推荐名单',
  finalList: '附表5（上报版）',
  paymentList: '奖补资金发放表',
  summary: '创建工作总结',
  report: '报送报告',
} as const;
export const TemplatePaper = enumOf(TEMPLATE_PAPERS);
export type TemplatePaper = z.infer<typeof TemplatePaper>;

export const TEMPLATE_KINDS = { xlsx: 'Excel', docx: 'Word' } as const;
export const TemplateFormat = enumOf(TEMPLATE_KINDS);
export type TemplateFormat = z.infer<typeof TemplateFormat>;

/** The formats in which each of them may have a template: those it is made in and an office can edit. */
export const TEMPLATE_FORMATS: Readonly<Record<TemplatePaper, readonly TemplateFormat[]>> = {
  roster: ['xlsx'],
  plan: ['docx'],
  planLedger: ['xlsx'],
  monthly: ['xlsx', 'docx'],
  inspectionSummary: ['xlsx'],
  recommended: ['xlsx'],
  finalList: ['xlsx'],
  paymentList: ['xlsx'],
  summary: ['docx'],
  report: ['docx'],
};

/** Without these the paper would lose what later steps rest on. */
export const REQUIRED_FIELDS: Readonly<Partial<Record<TemplatePaper, readonly string[]>>> = {
  // A signed scan is compared with the record by the code.
  plan: ['校验码'],
  summary: ['正文'],
  report: ['正文'],
};

const isTemplatePaper = (kind: string): kind is TemplatePaper => Object.hasOwn(TEMPLATE_PAPERS, kind);

/**
 * Which template steps in for a paper. A draft and a list taken back keep the program's own form, which marks them
 * across the page.
 */
export function templatePaperOf(paper: Paper): TemplatePaper | undefined {
  switch (paper.paper) {
    case 'writing':
      return paper.finished && paper.kind !== 'case' ? paper.kind : undefined;
    case 'plan':
      return paper.checkCode === null ? undefined : 'plan';
    case 'paymentList':
      return paper.cancelled ? undefined : 'paymentList';
    default:
      return isTemplatePaper(paper.paper) ? paper.paper : undefined;
  }
}

/** `创建名单（Excel）` */
export const templateName = (paper: TemplatePaper, format: TemplateFormat): string =>
  `${TEMPLATE_PAPERS[paper]}（${TEMPLATE_KINDS[format]}）`;
