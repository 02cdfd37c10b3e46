import { mkdir } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import type { PaymentView } from '../../../db/model/contract/awards.ts';
import { IsoDate } from '../../../db/model/dates.ts';
import type { PaymentBatchId } from '../../../db/model/ids.ts';
import { formatYuan } from '../../../db/model/money.ts';
import { type Problem, problem } from '../../../db/model/problems.ts';
import { settlePayments, undoSettlement } from '../../../db/payments/paymentResults.ts';
import { awardsView, cancelBatch, makeBatch, notePaymentListMade } from '../../../db/payments/payments.ts';
import { resultRows } from '../../../db/results/results.ts';
import { saveOfficePapers } from '../../../reports/office/papers.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { collect } from '../values.ts';
import { verb, type Workspace } from '../workspace.ts';
import { listed } from './payees.ts';
import { names, reason, workshopsCalled } from './results.ts';

const PayOptions = z.object({
  make: z.string().trim().max(60).optional(),
  name: names,
  allPayable: z.boolean().default(false),
  paid: z.boolean().default(false),
  failed: z.string().trim().max(200).optional(),
  undo: z.boolean().default(false),
  cancel: z.boolean().default(false),
  reason,
  on: IsoDate.optional(),
  out: z.string().optional(),
});
type PayOptions = z.infer<typeof PayOptions>;

async function savePaper(
  batchId: PaymentBatchId,
  out: string,
  { office, act, tools }: Workspace,
): Promise<{ readonly files: readonly string[]; readonly problems: readonly Problem[] }> {
  await mkdir(out, { recursive: true });
  const files: string[] = [];
  for (const format of ['xlsx', 'pdf'] as const) {
    const saving = saveOfficePapers(office, [{ paper: 'paymentList', batchId }], format, out, tools);
    let step = await saving.next();
    while (!step.done) step = await saving.next();
    if (step.value.problems.length > 0) return { files, problems: step.value.problems };
    files.push(...step.value.files);
  }
  notePaymentListMade(office, batchId, act);
  return { files, problems: [] };
}

async function make(title: string, options: PayOptions, workspace: Workspace): Promise<Outcome> {
  const { office, act } = workspace;
  const { rows } = awardsView(office, act.today);
  const named = workshopsCalled(resultRows(office, act.today), options.name);
  if (!named.ok) return refusedWith(named.problems);
  const ready = rows.filter((row) => options.allPayable && row.problems.length === 0);
  const workshopIds = [...new Set([...named.value, ...ready].map((row) => row.workshopId))];
  if (workshopIds.length === 0) {
    return refusedWith([problem('option.which', '请用 --name 或 --all-payable 说明发放给哪些小作坊')]);
  }
  const made = makeBatch(office, { title, madeOn: options.on ?? act.today, workshopIds }, act);
  if (!made.ok) return refusedWith(made.problems);
  const batch = awardsView(office, act.today).batches.find((one) => one.id === made.value);
  const saved = options.out === undefined ? undefined : await savePaper(made.value, options.out, workspace);
  if (saved && saved.problems.length > 0) return refusedWith(saved.problems);
  const total = batch ? `${formatYuan(batch.total)}元（${batch.totalInWords}）` : '';
  return done(
    { batchId: made.value, payments: workshopIds.length, files: saved?.files ?? [] },
    `已生成“${title}”：${workshopIds.length}家，${total}。`,
  );
}

const isLive =
  (options: PayOptions) =>
  (one: PaymentView): boolean =>
    options.undo ? one.state !== 'planned' && !one.repeated : one.state === 'planned';

function settle(options: PayOptions, { office, act }: Workspace): Outcome {
  const { batches } = awardsView(office, act.today);
  const live = batches.filter((one) => one.cancelled === null).flatMap((one) => one.payments);
  const chosen = live
    .filter(isLive(options))
    .filter((one) => options.name.length === 0 || options.name.includes(one.workshopName));
  const strangers = options.name.filter((name) => !chosen.some((one) => one.workshopName === name));
  if (strangers.length > 0) {
    return refusedWith(
      strangers.map((name) => problem('payment.none', `“${name}”没有可办理的发放记录`, { found: name })),
    );
  }
  if (chosen.length === 0) return refusedWith([problem('payment.none', '没有可办理的发放记录')]);
  const called = chosen.map((one) => one.workshopName);
  if (options.undo) {
    if (options.reason === '' || options.name.length === 0) {
      return refusedWith([problem('reason.missing', '撤回发放结果请用 --name 和 --reason 写明哪家和原因')]);
    }
    for (const { id } of chosen) {
      const undone = undoSettlement(office, id, options.reason, act);
      if (!undone.ok) return refusedWith(undone.problems);
    }
    return done({ names: called }, `已撤回${called.join('、')}的发放结果。`);
  }
  const state = options.paid ? 'paid' : 'failed';
  const failure = options.failed ?? '';
  if (state === 'failed' && (failure === '' || options.name.length === 0)) {
    return refusedWith([problem('payment.failure', '发放失败请用 --name 和 --failed 写明哪家和原因')]);
  }
  const paymentIds = chosen.map((one) => one.id);
  const settled = settlePayments(
    office,
    { paymentIds, state, settledOn: options.on ?? act.today, failure },
    act,
  );
  if (!settled.ok) return refusedWith(settled.problems);
  return done(
    { state, names: called },
    `已登记${called.length}家${state === 'paid' ? '发放' : '发放失败'}。`,
  );
}

async function pay(options: PayOptions, workspace: Workspace): Promise<Outcome> {
  const { office, act } = workspace;
  if (options.make !== undefined) return make(options.make, options, workspace);
  if (options.paid || options.failed !== undefined || options.undo) return settle(options, workspace);
  const view = awardsView(office, act.today);
  const [latest] = view.batches.filter((one) => one.cancelled === null);
  if (options.cancel) {
    if (!latest) return refusedWith([problem('payment.none', '没有可撤销的发放表')]);
    if (options.reason === '') return refusedWith([problem('reason.missing', '请用 --reason 写明原因')]);
    const cancelled = cancelBatch(office, latest.id, options.reason, act);
    return cancelled.ok
      ? done({ batchId: latest.id }, `已撤销“${latest.title}”。`)
      : refusedWith(cancelled.problems);
  }
  if (options.out !== undefined) {
    if (!latest) return refusedWith([problem('payment.none', '还没有发放表')]);
    const saved = await savePaper(latest.id, options.out, workspace);
    if (saved.problems.length > 0) return refusedWith(saved.problems);
    return done({ batchId: latest.id, files: saved.files }, `已生成“${latest.title}”。`);
  }
  return done({ ...view }, `推荐名单${view.rows.length}家`, ...listed(view.rows));
}

/** `pay` */
export function registerPayVerb(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('pay', '生成奖补资金发放表，登记发放结果；不带其他选项时列出')
      .option('--make <TITLE>', '生成发放表，写明名称')
      .option('--name <NAME>', '小作坊名称，可重复', collect)
      .option('--all-payable', '所有可以发放的（含发放失败待补发的）')
      .option('--out <DIR>', '把发放表（XLSX、PDF）存到这里；表内有个人信息，注意保管')
      .option('--paid', '登记已发放；不带 --name 时为全部待发放的')
      .option('--failed <TEXT>', '登记发放失败及原因')
      .option('--undo', '撤回发放结果')
      .option('--cancel', '撤销最近的发放表')
      .option('--reason <TEXT>', '撤回、撤销的原因')
      .option('--on <DATE>', '制表或发放日期，默认为办理日期')
      .addHelpText(
        'after',
        '\nJSON 输出：生成 { batchId, payments, files }；结果 { state, names }；撤回 { names }；列表 { award, rows, batches, totals }',
      ),
    options: PayOptions,
    run: pay,
  });
}
