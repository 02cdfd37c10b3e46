import { Command } from 'commander';
import { errorText } from '../../db/errorText.ts';
import { EXIT } from './outcome.ts';
import type { Deliver } from './register.ts';
import { registerAssistanceVerbs } from './verbs/assistance.ts';
import { registerAttachmentVerbs } from './verbs/attachments.ts';
import { registerAwardVerbs } from './verbs/awards.ts';
import { registerCampaignVerbs } from './verbs/campaign.ts';
import { registerChoiceVerbs } from './verbs/choice.ts';
import { registerDataVerbs } from './verbs/data.ts';
import { registerFigureVerbs } from './verbs/figures.ts';
import { registerInspectionVerbs } from './verbs/inspections.ts';
import { registerMobilisationVerbs } from './verbs/mobilisation.ts';
import { registerOutsideVerb } from './verbs/outside.ts';
import { registerPackageVerbs } from './verbs/packages.ts';
import { registerPaperVerbs } from './verbs/papers.ts';
import { registerPlanVerbs } from './verbs/plans.ts';
import { registerPublicityVerbs } from './verbs/publicity.ts';
import { registerResultVerbs } from './verbs/results.ts';
import { registerScoreTableVerb } from './verbs/scoreTable.ts';
import { registerSelectionVerbs } from './verbs/selection.ts';
import { registerSelfCheckVerbs } from './verbs/selfCheck.ts';
import { registerSummaryVerb } from './verbs/summary.ts';
import { registerWorksVerbs } from './verbs/works.ts';

/** `npm run -s bureau -- <verb>`: the window's functions without the window (design §7). */
const deliver: Deliver = (verb, json, { exit, data, lines }) => {
  process.exitCode = exit;
  if (json) process.stdout.write(`${JSON.stringify({ verb, ok: exit === EXIT.done, ...data })}\n`);
  else process.stdout.write(`${lines.join('\n')}\n`);
};

const program = new Command('bureau')
  .description('名特优小作坊创建工作台的命令行：与窗口程序使用同一套功能。')
  .helpOption('-h, --help', '显示帮助')
  .helpCommand('help [verb]', '显示某个命令的帮助')
  .exitOverride()
  .addHelpText('after', '\n退出码：0 完成；1 程序错误；2 输入有误（数据没有改动）；3 检查发现问题。');

registerDataVerbs(program, deliver);
registerCampaignVerbs(program, deliver);
registerMobilisationVerbs(program, deliver);
registerSelectionVerbs(program, deliver);
registerChoiceVerbs(program, deliver);
registerPublicityVerbs(program, deliver);
registerScoreTableVerb(program, deliver);
registerSelfCheckVerbs(program, deliver);
registerInspectionVerbs(program, deliver);
registerPlanVerbs(program, deliver);
registerWorksVerbs(program, deliver);
registerAssistanceVerbs(program, deliver);
registerAttachmentVerbs(program, deliver);
registerResultVerbs(program, deliver);
registerOutsideVerb(program, deliver);
registerAwardVerbs(program, deliver);
registerPaperVerbs(program, deliver);
registerPackageVerbs(program, deliver);
registerSummaryVerb(program, deliver);
registerFigureVerbs(program, deliver);
for (const command of program.commands) command.exitOverride().helpOption('-h, --help', '显示帮助');

const isUsageError = (error: unknown): error is { readonly exitCode: number } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');

try {
  await program.parseAsync();
} catch (error) {
  if (isUsageError(error)) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.badInput;
  else {
    process.stderr.write(`程序错误，请反馈以下信息：\n${errorText(error)}\n`);
    process.exitCode = EXIT.bug;
  }
}
