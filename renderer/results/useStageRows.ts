import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ResultRow } from '../../db/model/contract/results.ts';
import { isStage, STAGES } from '../../db/model/stage.ts';
import type { OnlyRows } from '../shared/dataColumn.ts';

/** The workshops behind the count of 工作台 that the link names: `?stage=notAwarded`. */
export function useStageRows(rows: readonly ResultRow[] | undefined): OnlyRows | undefined {
  const [params, setParams] = useSearchParams();
  const stage = params.get('stage');
  return useMemo(
    () =>
      isStage(stage)
        ? {
            label: STAGES[stage],
            keys: new Set((rows ?? []).filter((row) => row.stage === stage).map((row) => row.workshopId)),
            onClear: () => setParams({}, { replace: true }),
          }
        : undefined,
    [rows, stage, setParams],
  );
}
