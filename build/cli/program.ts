import { Command } from 'commander';
import type { Deliver } from './register.ts';

type Register = (program: Command, deliver: Deliver) => void;

interface VerbGroup {
  readonly verbs: readonly string[];
  readonly load: () => Promise<Register>;
}

/** Which module registers which verbs: a run loads the one it needs; help loads them all, in this order. */
export const VERB_GROUPS: readonly VerbGroup[] = [
  {
    verbs: ['init', 'backup', 'restore', 'check'],
    load: async () => (await import('./verbs/data.ts')).registerDataVerbs,
  },
  {
    verbs: ['year', 'reapply', 'policy', 'holidays'],
    load: async () => (await import('./verbs/campaign.ts')).registerCampaignVerbs,
  },
  {
    verbs: ['meetings', 'duties'],
    load: async () => (await import('./verbs/mobilisation.ts')).registerMobilisationVerbs,
  },
  {
    verbs: ['import', 'review', 'select', 'publicise', 'confirm-roster'],
    load: async () => (await import('./verbs/selection.ts')).registerSelectionVerbs,
  },
  {
    verbs: ['rank', 'retract-review', 'materials', 'deselect', 'withdraw', 'replace'],
    load: async () => (await import('./verbs/choice.ts')).registerChoiceVerbs,
  },
  {
    verbs: ['posted', 'object', 'settle', 'cancel-publicity', 'undo-roster', 'publicity-report'],
    load: async () => (await import('./verbs/publicity.ts')).registerPublicityVerbs,
  },
  {
    verbs: ['score-table', 'import-measures'],
    load: async () => (await import('./verbs/scoreTable.ts')).registerScoreTableVerbs,
  },
  {
    verbs: ['self-check', 'propose-tasks'],
    load: async () => (await import('./verbs/selfCheck.ts')).registerSelfCheckVerbs,
  },
  {
    verbs: ['inspect'],
    load: async () => (await import('./verbs/inspect.ts')).registerInspectVerb,
  },
  {
    verbs: ['inspections'],
    load: async () => (await import('./verbs/inspections.ts')).registerInspectionsVerb,
  },
  {
    verbs: ['import-plans', 'revise', 'submit', 'sign'],
    load: async () => (await import('./verbs/plans.ts')).registerPlanVerbs,
  },
  {
    verbs: ['progress', 'undo-sign', 'confirm-scan', 'start-works', 'close-task'],
    load: async () => (await import('./verbs/works.ts')).registerWorksVerbs,
  },
  {
    verbs: ['assign-helper', 'visit'],
    load: async () => (await import('./verbs/assistance.ts')).registerAssistanceVerbs,
  },
  {
    verbs: ['attach', 'attachments'],
    load: async () => (await import('./verbs/attachments.ts')).registerAttachmentVerbs,
  },
  {
    verbs: ['results', 'rectify'],
    load: async () => (await import('./verbs/results.ts')).registerResultVerbs,
  },
  {
    verbs: ['outside'],
    load: async () => (await import('./verbs/outside.ts')).registerOutsideVerb,
  },
  {
    verbs: ['payee'],
    load: async () => (await import('./verbs/payees.ts')).registerPayeeVerb,
  },
  {
    verbs: ['pay'],
    load: async () => (await import('./verbs/payments.ts')).registerPayVerb,
  },
  {
    verbs: ['list', 'documents'],
    load: async () => (await import('./verbs/papers.ts')).registerPaperVerbs,
  },
  {
    verbs: ['print', 'archive', 'print-log'],
    load: async () => (await import('./verbs/printRoom.ts')).registerPrintRoomVerbs,
  },
  {
    verbs: ['faces'],
    load: async () => (await import('./verbs/faces.ts')).registerFaceVerb,
  },
  {
    verbs: ['templates'],
    load: async () => (await import('./verbs/templates.ts')).registerTemplateVerb,
  },
  {
    verbs: ['settings'],
    load: async () => (await import('./verbs/settings.ts')).registerSettingsVerb,
  },
  {
    verbs: ['package', 'calendar', 'receipt', 'verify'],
    load: async () => (await import('./verbs/packages.ts')).registerPackageVerbs,
  },
  {
    verbs: ['summary'],
    load: async () => (await import('./verbs/summary.ts')).registerSummaryVerb,
  },
  {
    verbs: ['overview', 'monthly', 'export-list', 'audit'],
    load: async () => (await import('./verbs/figures.ts')).registerFigureVerbs,
  },
];

/** The command line with the group of this verb; with every verb for help or an unknown word. */
export async function bureauProgram(verb: string | undefined, deliver: Deliver): Promise<Command> {
  const program = new Command('bureau')
    .description('名特优小作坊创建工作台的命令行：与窗口程序使用同一套功能。')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [verb]', '显示某个命令的帮助')
    .exitOverride()
    .addHelpText('after', '\n退出码：0 完成；1 程序错误；2 输入有误（数据没有改动）；3 检查发现问题。');
  const group = VERB_GROUPS.find(({ verbs }) => verb !== undefined && verbs.includes(verb));
  for (const { load } of group ? [group] : VERB_GROUPS) (await load())(program, deliver);
  for (const command of program.commands) command.exitOverride().helpOption('-h, --help', '显示帮助');
  return program;
}
