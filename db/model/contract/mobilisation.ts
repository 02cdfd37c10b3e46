import { type } from '@orpc/contract';
import { z } from 'zod';
import { MeetingId } from '../ids.ts';
import { type Duty, DutyInput, type Meeting, MeetingInput } from '../mobilisation.ts';
import { call } from './base.ts';

/** 动员部署: 宣传动员会 and 任务分解 of the year shown. */
export const mobilisation = {
  meetings: call.output(type<readonly Meeting[]>()),
  saveMeeting: call
    .input(z.object({ id: MeetingId.nullable(), meeting: MeetingInput }))
    .output(type<{ readonly id: MeetingId }>()),
  /** Into 回收站. */
  removeMeeting: call
    .input(z.object({ id: MeetingId, reason: z.string().trim().max(200) }))
    .output(type<void>()),
  duties: call.output(type<readonly Duty[]>()),
  /** The whole table in its order; rows left out go to 回收站. */
  saveDuties: call.input(z.object({ duties: z.array(DutyInput).max(200) })).output(type<void>()),
  /** Rows to begin with: from the notice's stages, or last year's with their dates moved. */
  proposeDuties: call
    .input(z.object({ from: z.enum(['notice', 'lastYear']) }))
    .output(type<readonly DutyInput[]>()),
};
