import type { Command } from 'commander';
import { z } from 'zod';
import { duties, proposeDuties, saveDuties } from '../../../db/mobilisation/duties.ts';
import { meetings, removeMeeting, saveMeeting } from '../../../db/mobilisation/meetings.ts';
import { MeetingId } from '../../../db/model/ids.ts';
import { DUTY_STATES, DutyInput, dutyState, MeetingInput } from '../../../db/model/mobilisation.ts';
import { problem } from '../../../db/model/problems.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { textArgument } from '../values.ts';
import { collect, verb, type Workspace } from '../workspace.ts';

const MeetingOptions = z.object({
  add: z.string().optional(),
  change: MeetingId.optional(),
  remove: MeetingId.optional(),
  reason: z.string().default(''),
});

async function meetingVerb(
  { add, change, remove, reason }: z.infer<typeof MeetingOptions>,
  { office, act }: Workspace,
): Promise<Outcome> {
  if (change !== undefined && add === undefined) {
    return refusedWith([problem('option.add', '修改时请用 --add 给出会议的完整内容')]);
  }
  if (add !== undefined) {
    const meeting = await textArgument(add, MeetingInput);
    if (!meeting.ok) return refusedWith(meeting.problems);
    const saved = saveMeeting(office, change ?? null, meeting.value, act);
    if (!saved.ok) return refusedWith(saved.problems);
  }
  if (remove !== undefined) {
    const removed = removeMeeting(office, remove, reason, act);
    if (!removed.ok) return refusedWith(removed.problems);
  }
  const rows = meetings(office);
  const lines = rows.map(
    (row) => `${row.heldOn}\t${row.topic}\t${row.place}\t${row.headcount ?? '—'}人\t${row.id}`,
  );
  return done({ meetings: rows }, `宣传动员会${rows.length}次`, ...lines);
}

const DutyOptions = z.object({
  from: z.enum(['notice', 'lastYear']).optional(),
  set: z.string().optional(),
  done: z.array(z.coerce.number().int().min(1)).default([]),
});

/** Left-out parts of a row are empty, so that a short table can be written by hand. */
const GivenDuty = DutyInput.partial().required({ task: true });
const EMPTY = { id: null, unit: '', responsible: '', dueOn: null, doneOn: null, note: '' };

const asDuty = (given: z.infer<typeof GivenDuty>): DutyInput => DutyInput.parse({ ...EMPTY, ...given });

async function dutyVerb(options: z.infer<typeof DutyOptions>, { office, act }: Workspace): Promise<Outcome> {
  if (options.from !== undefined) {
    const proposed = proposeDuties(office, options.from);
    if (!proposed.ok) return refusedWith(proposed.problems);
    const saved = saveDuties(office, [...duties(office), ...proposed.value], act);
    if (!saved.ok) return refusedWith(saved.problems);
  }
  if (options.set !== undefined) {
    const rows = await textArgument(options.set, z.array(GivenDuty));
    if (!rows.ok) return refusedWith(rows.problems);
    const saved = saveDuties(office, rows.value.map(asDuty), act);
    if (!saved.ok) return refusedWith(saved.problems);
  }
  if (options.done.length > 0) {
    const rows = duties(office);
    const unknown = options.done.filter((number) => number > rows.length);
    if (unknown.length > 0) {
      return refusedWith(unknown.map((number) => problem('duty.unknown', `没有第${number}项任务`)));
    }
    const marked = rows.map((row, at) =>
      options.done.includes(at + 1) ? { ...row, doneOn: act.today } : row,
    );
    const saved = saveDuties(office, marked, act);
    if (!saved.ok) return refusedWith(saved.problems);
  }
  const rows = duties(office).map((row) => ({ ...row, state: dutyState(row, act.today) }));
  const lines = rows.map(
    (row, index) =>
      `${index + 1}\t${DUTY_STATES[row.state]}\t${row.dueOn ?? '全年'}\t${row.unit}\t${row.responsible}\t${row.task}`,
  );
  return done({ duties: rows }, `任务分解${rows.length}项`, ...lines);
}

export function registerMobilisationVerbs(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('meetings', '宣传动员会：列出、登记、修改、移入回收站')
      .option(
        '--add <JSON|FILE>',
        '一次会议：{ heldOn, place, host, topic, participants, headcount, content }',
      )
      .option('--change <ID>', '与 --add 同用：修改这一次')
      .option('--remove <ID>', '移入回收站')
      .option('--reason <TEXT>', '移入回收站的原因')
      .addHelpText('after', '\nJSON 输出：{ meetings: [{ id, heldOn, place, host, topic, … }] }'),
    options: MeetingOptions,
    run: meetingVerb,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('duties', '任务分解：列出、生成、保存、销号')
      .option('--from <SOURCE>', 'notice（按通知生成）或 lastYear（沿用上一年度），加在现有任务之后')
      .option('--set <JSON|FILE>', '整张表：[{ id?, task, unit?, responsible?, dueOn?, doneOn?, note? }]')
      .option('--done <N>', '第几项今天完成，可重复', collect)
      .addHelpText(
        'after',
        '\nJSON 输出：{ duties: [{ id, task, unit, responsible, dueOn, doneOn, note, state }] }',
      ),
    options: DutyOptions,
    run: dutyVerb,
  });
}
