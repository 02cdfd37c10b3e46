import { type } from '@orpc/contract';
import { z } from 'zod';
import { RECYCLE_KINDS, type RecycleKind } from '../recycle.ts';
import { keysOf } from '../terms.ts';
import { call } from './base.ts';

/** One record in 回收站. */
export interface RecycledRow {
  readonly kind: RecycleKind;
  readonly id: string;
  readonly name: string;
  readonly removedAt: string;
  readonly removedBy: string;
  readonly reason: string;
}

/** What a removal put into the bin: for taking it back at once. */
export type InBin = Pick<RecycledRow, 'kind' | 'id'>;

const Binned = z.object({ kind: z.enum(keysOf(RECYCLE_KINDS)), id: z.string() });

export const recycle = {
  list: call.output(type<readonly RecycledRow[]>()),
  restore: call.input(Binned).output(type<void>()),
  /** All or none of them. */
  restoreAll: call.input(z.object({ records: z.array(Binned).min(1) })).output(type<void>()),
};
