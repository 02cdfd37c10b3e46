/** What can be moved to 回收站, by the word lists and messages use for it. */
export const RECYCLE_KINDS = {
  workshop: '小作坊',
  application: '年度申请',
  inspection: '评分记录',
  attachment: '附件',
  meeting: '宣传动员会',
  duty: '任务分工',
  objection: '异议',
  visit: '帮扶记录',
  measure: '标准措施',
  rectification: '整改要求',
  passedObjection: '转办的异议',
  payee: '收款信息',
  writing: '总结材料',
  officeTemplate: '本单位模板',
} as const;

export type RecycleKind = keyof typeof RECYCLE_KINDS;
