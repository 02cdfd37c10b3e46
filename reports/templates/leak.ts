import { type Problem, problem } from '../../db/model/problems.ts';
import type { Leak } from '../privacy/finishedGate.ts';

/** What a template says beside the record passes the privacy gate too (design §6.1): it was typed by somebody. */
export const templateLeak = ({ what, where }: Leak): Problem =>
  problem(
    'privacy.storedNumber',
    `本单位模板${where === undefined ? '' : `的${where}`}中有系统登记的${what}，不能印在本材料上，请改好模板后重新上传`,
    where === undefined ? {} : { field: where },
  );
