import type { IsoDate } from '../dates.ts';
import type { Fen } from '../money.ts';
import type { PlanOnPaper } from '../plan.ts';
import type { Policy } from '../policy.ts';
import type { SignatureRole, TaskCategory } from '../terms.ts';
import type { WorkRecord, WorksTotals } from '../works.ts';
import type { PaperHead } from './head.ts';

/** The frozen record of one plan revision: its canonical form is hashed, its code printed on every page. */
export interface PlanRecord {
  readonly bureau: string;
  readonly year: number;
  readonly programmeName: string;
  readonly workshopId: string;
  readonly workshopName: string;
  readonly ownerName: string;
  readonly address: string;
  readonly products: string;
  readonly operationArea: number | null;
  readonly revision: number;
  readonly submittedOn: IsoDate;
  readonly plan: PlanOnPaper;
}

export interface PlanSignature {
  readonly role: SignatureRole;
  readonly outcome: 'agree' | 'return';
  readonly signerName: string;
  readonly opinion: string;
  readonly signedOn: IsoDate;
}

/** 改造提升方案. `checkCode` is null while it is a draft; then it is printed with the mark 草稿. */
export interface PlanPaper extends PaperHead {
  readonly paper: 'plan';
  readonly policy: Policy;
  readonly record: Omit<PlanRecord, 'submittedOn'> & { readonly submittedOn: IsoDate | null };
  readonly checkCode: string | null;
}

interface PlanLedgerRow {
  readonly position: number;
  readonly workshopName: string;
  readonly ownerName: string;
  readonly helperName: string;
  readonly taskCount: number;
  readonly budgetOwn: number;
  readonly budgetOther: number;
  readonly lastDueOn: IsoDate | null;
  readonly revision: number;
  readonly state: string;
  readonly signedOn: IsoDate | null;
  readonly checkCode: string;
  readonly startedOn: IsoDate | null;
  /** Of the signed revision's tasks; null before 开工. */
  readonly works: WorksTotals | null;
}

/** 改造方案台账 */
export interface PlanLedgerPaper extends PaperHead {
  readonly paper: 'planLedger';
  readonly asOf: IsoDate;
  readonly rows: readonly PlanLedgerRow[];
}

interface TaskClosureRow extends Omit<WorkRecord, 'note'> {
  readonly number: number;
  readonly category: TaskCategory | null;
  readonly measure: string;
  readonly standard: string;
  readonly dueOn: IsoDate | null;
  readonly budgetOwn: Fen | null;
  readonly budgetOther: Fen | null;
  readonly late: boolean;
  readonly remark: string;
}

/** 《改造任务销号表》 of one workshop, by its signed plan. */
export interface TaskClosurePaper extends PaperHead {
  readonly paper: 'taskClosure';
  readonly asOf: IsoDate;
  readonly workshopName: string;
  readonly ownerName: string;
  readonly helperName: string;
  readonly revision: number;
  readonly checkCode: string;
  readonly signedOn: IsoDate | null;
  readonly startedOn: IsoDate | null;
  readonly minOwnInvestment: Fen;
  readonly tasks: readonly TaskClosureRow[];
  /** Tasks a later revision dropped, with what was spent on them. */
  readonly dropped: readonly {
    readonly measure: string;
    readonly lastRevision: number;
    readonly costOwn: Fen;
    readonly costOther: Fen;
    readonly remark: string;
  }[];
  readonly totals: WorksTotals & {
    readonly spent: Fen;
    /** Without the dropped tasks: the sums under the table. */
    readonly ofTasks: Readonly<Record<'budgetOwn' | 'budgetOther' | 'costOwn' | 'costOther', Fen>>;
  };
}
