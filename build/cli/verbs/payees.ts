import type { Command } from 'commander';
import { z } from 'zod';
import { PAY_STATES, PayeePatch } from '../../../db/model/awards.ts';
import type { AwardRow } from '../../../db/model/contract/awards.ts';
import { IsoDate } from '../../../db/model/dates.ts';
import { type Problem, problem } from '../../../db/model/problems.ts';
import { transact, transactEach } from '../../../db/office.ts';
import { confirmPayee, removePayee, savePayee } from '../../../db/payments/payees.ts';
import { awardsView } from '../../../db/payments/payments.ts';
import { resultRows } from '../../../db/results/results.ts';
import { done, type Outcome, refusedWith, sentences } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { collect, textArgument } from '../values.ts';
import { verb, type Workspace } from '../workspace.ts';
import { names, reason, workshopsCalled } from './results.ts';

const PayeeOptions = z.object({
  file: z.string().optional(),
  name: names,
  confirm: z.boolean().default(false),
  all: z.boolean().default(false),
  unconfirm: z.boolean().default(false),
  remove: z.boolean().default(false),
  reason,
  on: IsoDate.optional(),
});

/** Card numbers come from a file: a command line is read by others and kept in histories. */
const PayeeFile = z
  .array(PayeePatch.extend({ name: z.string() }).strict())
  .min(1)
  .max(2000);

export const listed = (rows: readonly AwardRow[]): readonly string[] =>
  rows.map((row) => [PAY_STATES[row.state], row.name, row.payee?.card ?? '—'].join('\t'));

async function fromFile(file: string, { office, act }: Workspace): Promise<Outcome> {
  const given = await textArgument(file, PayeeFile);
  if (!given.ok) return refusedWith(given.problems);
  const found = workshopsCalled(
    resultRows(office, act.today),
    given.value.map((one) => one.name),
  );
  if (!found.ok) return refusedWith(found.problems);
  const warned: Problem[] = [];
  const saved = transact(office, () => {
    for (const [index, row] of found.value.entries()) {
      const { name: _, ...parts } = given.value[index] ?? { name: '' };
      const one = savePayee(office, row.workshopId, parts, act);
      if (!one.ok) {
        const told = one.problems.map((each) => ({ ...each, message: `“${row.name}”${each.message}` }));
        return { ok: false as const, problems: told };
      }
      warned.push(...one.value.map((each) => ({ ...each, message: `“${row.name}”${each.message}` })));
    }
    return { ok: true as const, value: found.value.length };
  });
  if (!saved.ok) return refusedWith(saved.problems);
  return done(
    { saved: saved.value, warnings: warned },
    `已登记${saved.value}家的收款信息。`,
    ...sentences(warned),
  );
}

async function payee(options: z.infer<typeof PayeeOptions>, workspace: Workspace): Promise<Outcome> {
  const { office, act } = workspace;
  if (options.file !== undefined) return fromFile(options.file, workspace);
  const { rows } = awardsView(office, act.today);
  if (!options.confirm && !options.unconfirm && !options.remove) {
    return done({ payees: rows }, `推荐名单${rows.length}家`, ...listed(rows));
  }
  const named = workshopsCalled(resultRows(office, act.today), options.name);
  if (!named.ok) return refusedWith(named.problems);
  const waiting = rows.filter((row) => options.all && row.payee?.confirmedOn === null);
  const chosen = options.all ? waiting : named.value;
  if (chosen.length === 0)
    return refusedWith([problem('option.which', '请用 --name 或 --all 说明哪些小作坊')]);
  if (options.remove && options.reason === '') {
    return refusedWith([problem('reason.missing', '请用 --reason 写明原因', { field: 'reason' })]);
  }
  const on = options.on ?? act.today;
  const ids = chosen.map((row) => row.workshopId);
  const changed = transactEach(office, ids, (workshopId) =>
    options.remove
      ? removePayee(office, workshopId, options.reason, act)
      : confirmPayee(office, workshopId, options.confirm ? on : null, act),
  );
  if (!changed.ok) return refusedWith(changed.problems);
  const called = chosen.map((row) => row.name);
  const what = options.remove ? '移入回收站' : options.confirm ? '核实' : '撤回核实';
  return done({ names: called }, `已${what}${called.length}家的收款信息。`);
}

/** `payee` */
export function registerPayeeVerb(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('payee', '登记、核实收款信息；不带其他选项时列出（卡号遮蔽）')
      .option('--file <FILE>', '收款信息 JSON 文件')
      .option('--name <NAME>', '小作坊名称，可重复', collect)
      .option('--all', '所有待核实的')
      .option('--confirm', '核实')
      .option('--unconfirm', '撤回核实')
      .option('--remove', '移入回收站')
      .option('--reason <TEXT>', '移除原因')
      .option('--on <DATE>', '核实日期，默认为办理日期')
      .addHelpText(
        'after',
        '\n输入：[{ "name": 小作坊名称, "idName": 身份证姓名, "accountName": 户名, "bank": 开户银行（到网点）, "card": 银行卡号 }, …]；已有的可只写要改的' +
          '\nJSON 输出：{ saved, warnings }；核实、移除 { names }；列表 { payees }',
      ),
    options: PayeeOptions,
    run: payee,
  });
}
