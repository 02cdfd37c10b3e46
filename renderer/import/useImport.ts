import { useCallback, useRef, useState } from 'react';
import type { ShownImportPreview } from '../../db/model/contract/imports.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import type { ImportChoices, ImportField } from '../../db/model/importTypes.ts';
import type { Problem } from '../../db/model/problems.ts';
import { client, problemsOf } from '../api.ts';

interface ImportState {
  readonly file: PickedPath | null;
  readonly choices: ImportChoices;
  /** What the host last read; stays on the screen while a changed choice is read anew. */
  readonly preview: ShownImportPreview | null;
  readonly reading: boolean;
  readonly problems: readonly Problem[];
}

const NOTHING: ImportState = { file: null, choices: {}, preview: null, reading: false, problems: [] };

export interface Import extends ImportState {
  readonly open: (file: PickedPath) => void;
  readonly choose: (change: Partial<ImportChoices>) => void;
  /** Mends one cell (`row` as Excel numbers it), or with `*` every empty cell of a field. */
  readonly mend: (row: number | '*', field: ImportField, text: string) => void;
  readonly close: () => void;
}

/** The workbook in hand and what the clerk decided about it. Every decision is shown by a fresh preview. */
export function useImport(): Import {
  const [state, setState] = useState<ImportState>(NOTHING);
  const latest = useRef(state);
  const asked = useRef(0);

  const set = useCallback((next: ImportState) => {
    latest.current = next;
    setState(next);
  }, []);

  const read = useCallback(
    async (file: PickedPath, choices: ImportChoices, before: ShownImportPreview | null) => {
      asked.current += 1;
      const question = asked.current;
      set({ file, choices, preview: before, reading: true, problems: [] });
      try {
        const preview = await client.imports.preview({ token: file.token, choices });
        if (question === asked.current) set({ file, choices, preview, reading: false, problems: [] });
      } catch (error) {
        if (question !== asked.current) return;
        set({
          file: before ? file : null,
          choices,
          preview: before,
          reading: false,
          problems: problemsOf(error),
        });
      }
    },
    [set],
  );

  const open = useCallback((file: PickedPath) => void read(file, {}, null), [read]);
  const choose = useCallback(
    (change: Partial<ImportChoices>) => {
      const { file, choices, preview } = latest.current;
      if (file) void read(file, { ...choices, ...change }, preview);
    },
    [read],
  );
  const mend = useCallback(
    (row: number | '*', field: ImportField, text: string) =>
      choose({ corrections: { ...latest.current.choices.corrections, [`${row}:${field}`]: text } }),
    [choose],
  );
  const close = useCallback(() => {
    asked.current += 1;
    set(NOTHING);
  }, [set]);
  return { ...state, open, choose, mend, close };
}
