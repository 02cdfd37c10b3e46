import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import type { PaperFormat } from '../../db/model/papers.ts';
import type { Problem } from '../../db/model/problems.ts';
import { api, client } from '../api.ts';
import { problemsOf } from '../problems.ts';
import { saveBytes } from '../shared/FilePick.tsx';

interface SavePaper {
  readonly save: (ref: PaperRef, format: PaperFormat) => Promise<void>;
  readonly running: boolean;
  /** The file last saved, to be opened. */
  readonly saved: PickedPath | undefined;
  readonly problems: readonly Problem[];
  readonly clear: () => void;
}

interface Shown {
  readonly running: boolean;
  readonly saved: PickedPath | undefined;
  readonly problems: readonly Problem[];
}

const NOTHING: Shown = { running: false, saved: undefined, problems: [] };

async function makeAndSave(ref: PaperRef, format: PaperFormat): Promise<Shown> {
  try {
    const made = await client.papers.make({ ref, format });
    const result = await saveBytes(made, 'documents');
    if (result === null) return NOTHING;
    if (!result.ok) return { ...NOTHING, problems: result.problems };
    await client.printRoom.note({ ref, means: 'file', format, pages: made.pages ?? 0 });
    return { ...NOTHING, saved: result.value };
  } catch (error) {
    return { ...NOTHING, problems: problemsOf(error) };
  }
}

/** Makes a paper and saves it where the clerk says. Changes no record but the log of prints. */
export function useSavePaper(): SavePaper {
  const queries = useQueryClient();
  const [shown, setShown] = useState<Shown>(NOTHING);
  const save = async (ref: PaperRef, format: PaperFormat): Promise<void> => {
    setShown({ ...NOTHING, running: true });
    setShown(await makeAndSave(ref, format));
    await queries.invalidateQueries({ queryKey: api.printRoom.log.key() });
  };
  return { ...shown, save, clear: () => setShown(NOTHING) };
}
