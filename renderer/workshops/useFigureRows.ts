import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { FIGURES, type Figure } from '../../db/model/overview.ts';
import { api } from '../api.ts';
import type { OnlyRows } from '../shared/dataColumn.ts';

const isFigure = (text: string | null): text is Figure => text !== null && Object.hasOwn(FIGURES, text);

interface FigureRows {
  readonly only: OnlyRows | undefined;
  /** Why a workshop is in the list; undefined without a figure. */
  readonly noteOf: ((workshopId: string) => string) | undefined;
}

/** The workshops behind the figure of 工作台 that the link names: `?show=unsigned`. */
export function useFigureRows(): FigureRows {
  const [params, setParams] = useSearchParams();
  const shown = params.get('show');
  const figure = isFigure(shown) ? shown : undefined;
  const list = useQuery(
    api.home.figure.queryOptions({ input: { figure: figure ?? 'applied' }, enabled: figure !== undefined }),
  );
  return useMemo(() => {
    if (figure === undefined) return { only: undefined, noteOf: undefined };
    const notes = new Map((list.data?.members ?? []).map(({ workshopId, note }) => [`${workshopId}`, note]));
    const only: OnlyRows = {
      label: FIGURES[figure],
      keys: new Set(notes.keys()),
      onClear: () => setParams({}, { replace: true }),
    };
    const hasNotes = [...notes.values()].some((note) => note !== '');
    return { only, noteOf: hasNotes ? (workshopId: string) => notes.get(workshopId) ?? '' : undefined };
  }, [figure, list.data, setParams]);
}
