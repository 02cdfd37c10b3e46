import { type } from '@orpc/contract';
import { z } from 'zod';
import { BatchInput, PayeeField, PayeePatch, type PayState, SettlementInput } from '../awards.ts';
import { IsoDate } from '../dates.ts';
import { PaymentBatchId, PaymentId, WorkshopId } from '../ids.ts';
import type { Fen } from '../money.ts';
import type { Problem } from '../problems.ts';
import type { PaymentState } from '../terms.ts';
import { call } from './base.ts';
import { ResultReason } from './results.ts';

/** 收款信息 as the screen shows it. */
export interface MaskedPayee {
  readonly idName: string;
  readonly accountName: string;
  readonly bank: string;
  readonly card: string;
  readonly confirmedOn: IsoDate | null;
  readonly warnings: readonly Problem[];
}

export interface PaymentView {
  readonly id: PaymentId;
  readonly batchId: PaymentBatchId;
  readonly workshopId: WorkshopId;
  readonly workshopName: string;
  readonly ownerName: string;
  readonly amount: Fen;
  readonly card: string;
  readonly state: PaymentState;
  readonly settledOn: IsoDate | null;
  readonly failure: string;
  readonly repeatsId: PaymentId | null;
  /** A later payment makes this failed one good. */
  readonly repeated: boolean;
}

export interface BatchView {
  readonly id: PaymentBatchId;
  readonly title: string;
  readonly madeOn: IsoDate;
  readonly total: Fen;
  /** 大写. */
  readonly totalInWords: string;
  readonly cancelled: { readonly on: IsoDate; readonly reason: string } | null;
  readonly payments: readonly PaymentView[];
}

/** A recommended workshop on its way to the award. */
export interface AwardRow {
  readonly workshopId: WorkshopId;
  readonly name: string;
  readonly ownerName: string;
  readonly township: string;
  readonly initials: string;
  readonly state: PayState;
  readonly payee: MaskedPayee | null;
  /** What stands against putting it on a 发放表. */
  readonly problems: readonly Problem[];
  readonly failure: string;
  readonly paidOn: IsoDate | null;
}

export interface AwardsView {
  readonly award: Fen;
  readonly rows: readonly AwardRow[];
  /** The newest first. */
  readonly batches: readonly BatchView[];
  readonly totals: {
    readonly paid: Fen;
    readonly paidCount: number;
    readonly planned: Fen;
    readonly failedCount: number;
  };
}

const ofPayee = z.object({ workshopId: WorkshopId });

export const awards = {
  list: call.output(type<AwardsView>()),
  /** Parts left out stay as they are; a changed payee must be confirmed anew. */
  savePayee: call
    .input(ofPayee.extend({ payee: PayeePatch }))
    .output(type<{ readonly warnings: readonly Problem[] }>()),
  /** All of them or none. `on` null takes the confirmation back. */
  confirmPayees: call
    .input(z.object({ workshopIds: z.array(WorkshopId).min(1).max(2000), on: IsoDate.nullable() }))
    .output(type<void>()),
  /** Into 回收站, sealed as it was. */
  removePayee: call
    .input(ofPayee.extend({ reason: ResultReason }))
    .output(type<{ readonly binId: string }>()),
  /** One part in the clear, with a line in the log. */
  revealPayee: call.input(ofPayee.extend({ field: PayeeField })).output(type<{ readonly value: string }>()),
  makeBatch: call.input(BatchInput).output(type<{ readonly batchId: PaymentBatchId }>()),
  cancelBatch: call.input(z.object({ batchId: PaymentBatchId, reason: ResultReason })).output(type<void>()),
  settle: call.input(SettlementInput).output(type<void>()),
  undoSettle: call.input(z.object({ paymentId: PaymentId, reason: ResultReason })).output(type<void>()),
};
