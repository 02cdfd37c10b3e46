import type { Rule } from 'antd/es/form';
import { characterFault } from '../../db/model/characters.ts';

/** Only a warning: a name is kept as it was given, but the clerk should know now what no paper will print. */
export const CHARACTER_RULE: Rule = {
  warningOnly: true,
  validator: async (_, value: unknown) => {
    const fault = typeof value === 'string' ? characterFault(value) : undefined;
    if (fault !== undefined) throw new Error(fault);
  },
};
