import { createContext, useContext } from 'react';
import type { OfficeState } from '../../db/model/contract/system.ts';
import { invariant } from '../../db/model/problems.ts';

export type OpenOffice = Extract<OfficeState, { kind: 'open' }>;

export const OfficeContext = createContext<OpenOffice | null>(null);

/** Today, 本单位, the year's policy and the 当前经办人: known wherever the data are open. */
export function useOffice(): OpenOffice {
  const office = useContext(OfficeContext);
  invariant(office !== null, 'useOffice outside the open office');
  return office;
}
