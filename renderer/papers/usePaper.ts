import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import type { Problem } from '../../db/model/problems.ts';
import { api } from '../api.ts';
import { problemsOf } from '../problems.ts';
import { isShowable } from './paperText.ts';

export interface ShownPaper {
  readonly bytes: Uint8Array | undefined;
  readonly making: boolean;
  readonly problems: readonly Problem[];
}

/** The PDF of a paper. While another version is being made the last one is kept. */
export function usePaper(ref: PaperRef): ShownPaper {
  const query = useQuery({
    ...api.papers.make.queryOptions({ input: { ref, format: 'pdf' } }),
    enabled: isShowable(ref),
    placeholderData: keepPreviousData,
    // Files are large: forgotten soon after they are no longer shown.
    gcTime: 10_000,
  });
  return {
    bytes: query.data?.bytes,
    making: query.isFetching,
    problems: query.error ? problemsOf(query.error) : [],
  };
}
