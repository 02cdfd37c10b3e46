import { type Problem, problem } from '../../db/model/problems.ts';
import type { TemplateFormat } from '../../db/model/templates.ts';
import { storedNumbersIn } from '../privacyGate.ts';
import { textsIn } from './texts.ts';

/** What a template says beside the record passes the privacy gate too (design §6.1): it was typed by somebody. */
export function templateLeak(
  bytes: Uint8Array,
  format: TemplateFormat,
  stored: ReadonlySet<string>,
): Problem | undefined {
  const leak = textsIn(bytes, format).find(({ text }) => storedNumbersIn([text], stored) > 0);
  return (
    leak &&
    problem(
      'privacy.storedNumber',
      `本单位模板的${leak.where}中有系统登记的身份证号、手机号或银行卡号，不能印在本材料上，请改好模板后重新上传`,
      { field: leak.where },
    )
  );
}
