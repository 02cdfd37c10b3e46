import { useCallback, useState } from 'react';
import type { z } from 'zod';

/** A view setting (columns, filters) kept on this PC between starts; not kept without a key. Never anything private. */
export function useRemembered<T>(
  key: string | null,
  schema: z.ZodType<T>,
  initial: T,
): [T, (value: T) => void] {
  const storageKey = key === null ? null : `desk.${key}`;
  const [value, setValue] = useState<T>(() => {
    const stored = storageKey === null ? null : localStorage.getItem(storageKey);
    if (stored === null) return initial;
    try {
      return schema.safeParse(JSON.parse(stored)).data ?? initial;
    } catch {
      // Written by an older version or by hand: the setting starts afresh.
      return initial;
    }
  });
  const keep = useCallback(
    (next: T) => {
      setValue(next);
      if (storageKey !== null) localStorage.setItem(storageKey, JSON.stringify(next));
    },
    [storageKey],
  );
  return [value, keep];
}
