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

export const recycle = {
  list: call.output(type<readonly RecycledRow[]>()),
  restore: call.input(z.object({ kind: z.enum(keysOf(RECYCLE_KINDS)), id: z.string() })).output(type<void>()),
};
