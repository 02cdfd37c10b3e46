import { problem, type Refusal, refuse } from '../../db/model/problems.ts';

interface WorkProgress {
  readonly done: number;
  readonly total: number;
  /** The file being worked on, relative to the package. */
  readonly current: string;
}

/** How long work is watched and stopped. A stopped work is a refusal with the code `package.cancelled`. */
export interface WorkOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: WorkProgress) => void) | undefined;
}

export const cancelledWriting = (): Refusal =>
  refuse(problem('package.cancelled', '已取消制作报送包，没有留下任何内容。'));

export const cancelledVerifying = (): Refusal =>
  refuse(problem('package.cancelled', '已取消校验，没有得出结论。'));
