import { normaliseCode } from '../../db/model/checkCode.ts';

export type CodeComparison = 'nothing' | 'unreadable' | 'same' | 'different';

/** What a person typed from 报送清单, against the code worked out from the package. */
export function compareCodes(typed: string, manifestCode: string): CodeComparison {
  if (typed.trim() === '') return 'nothing';
  const code = normaliseCode(typed);
  if (code === null) return 'unreadable';
  return code === manifestCode ? 'same' : 'different';
}
