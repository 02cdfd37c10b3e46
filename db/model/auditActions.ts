/** The kinds of work the log is filtered by; an action belongs to the kind its code begins with. */
export const ACTION_GROUPS = {
  application: '申请',
  selection: '审核遴选',
  publicity: '公示与名单',
  plan: '改造方案',
  works: '建设实施',
  assistance: '帮扶',
  scoring: '考评',
  results: '名单与奖补',
  attachment: '附件',
  campaign: '年度与政策',
  office: '单位与人员',
  private: '查看个人信息',
  papers: '报送与备份',
  print: '打印与存档',
  recycle: '回收站',
  other: '其他',
} as const;

export type ActionGroup = keyof typeof ACTION_GROUPS;

const GROUP_OF_PREFIX: Readonly<Record<string, ActionGroup>> = {
  application: 'application',
  workshop: 'application',
  review: 'selection',
  selection: 'selection',
  quota: 'selection',
  publicity: 'publicity',
  objection: 'publicity',
  roster: 'publicity',
  plan: 'plan',
  works: 'works',
  task: 'works',
  assistance: 'assistance',
  helper: 'assistance',
  visit: 'assistance',
  score: 'scoring',
  scoreTable: 'scoring',
  inspection: 'scoring',
  selfCheck: 'scoring',
  measure: 'scoring',
  result: 'results',
  rectification: 'results',
  outside: 'results',
  passedObjection: 'results',
  payee: 'results',
  payment: 'results',
  attachment: 'attachment',
  policy: 'campaign',
  campaign: 'campaign',
  calendar: 'campaign',
  meeting: 'campaign',
  duty: 'campaign',
  office: 'office',
  bureau: 'office',
  staff: 'office',
  view: 'office',
  template: 'office',
  settings: 'office',
  private: 'private',
  submission: 'papers',
  writing: 'papers',
  package: 'papers',
  print: 'print',
  backup: 'papers',
  restore: 'papers',
};

/** `plan.submit` → 改造方案. Removal and restoring of anything belong to 回收站. */
export function actionGroupOf(action: string): ActionGroup {
  const [prefix = '', verb = ''] = action.split('.');
  if (verb === 'remove' || verb === 'restore') return 'recycle';
  return GROUP_OF_PREFIX[prefix] ?? 'other';
}
