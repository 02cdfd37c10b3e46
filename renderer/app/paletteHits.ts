import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { foldedText } from '../../db/model/cleanText.ts';
import type { WorkshopRow } from '../../db/model/contract/workshops.ts';
import type { FormerApplicant } from '../../db/model/contract/years.ts';
import { api } from '../api.ts';
import { searchTextOf } from '../workshops/searchText.ts';
import { commandsFor, isFound, type PaletteCommand } from './commands.ts';

const SHOWN = 8;
const FORMER_SHOWN = 4;
const COMMANDS_SHOWN = 5;

export type Hit =
  | { readonly kind: 'workshop'; readonly key: string; readonly path: string; readonly row: WorkshopRow }
  | { readonly kind: 'former'; readonly key: string; readonly path: string; readonly row: FormerApplicant }
  | {
      readonly kind: 'command';
      readonly key: string;
      readonly path: string;
      readonly command: PaletteCommand;
    };

const formerText = ({ years: _, workshopId: _id, campaignId: _year, ...row }: FormerApplicant): string =>
  foldedText([...Object.values(row), row.initials.replaceAll(' ', '')].join('\n'));

/** The first so many whose text has every word of the query. */
function found<Row>(rows: readonly { row: Row; text: string }[], query: string, most: number): Row[] {
  const hits: Row[] = [];
  for (const { row, text } of rows) {
    if (hits.length === most) break;
    if (isFound(text, query)) hits.push(row);
  }
  return hits;
}

/** Workshops of the year shown, then those of other years, then pages; without a query the pages alone. */
export function useHits(query: string, wanted: boolean): readonly Hit[] {
  const list = useQuery(api.workshops.list.queryOptions({ enabled: wanted }));
  const former = useQuery(api.years.formerApplicants.queryOptions({ enabled: wanted }));
  const texts = useMemo(
    () => (list.data ?? []).map((row) => ({ row, text: foldedText(searchTextOf(row)) })),
    [list.data],
  );
  const formerTexts = useMemo(
    () => (former.data ?? []).map((row) => ({ row, text: formerText(row) })),
    [former.data],
  );
  return useMemo(() => {
    const pathOf = ({ workshopId }: WorkshopRow | FormerApplicant) => `/workshops/${workshopId}`;
    const most = query.trim() === '' ? SHOWN : COMMANDS_SHOWN;
    return [
      ...found(texts, query, SHOWN).map(
        (row): Hit => ({ kind: 'workshop', key: row.workshopId, path: pathOf(row), row }),
      ),
      ...found(formerTexts, query, FORMER_SHOWN).map(
        (row): Hit => ({ kind: 'former', key: row.workshopId, path: pathOf(row), row }),
      ),
      ...commandsFor(query)
        .slice(0, most)
        .map((command): Hit => ({ kind: 'command', key: command.key, path: command.path, command })),
    ];
  }, [texts, formerTexts, query]);
}
