/** Where the draft of one record is kept. */
export interface DraftStore<T> {
  readonly get: () => Promise<T | null>;
  readonly put: (text: string) => Promise<unknown>;
  readonly drop: () => Promise<unknown>;
}

export interface DraftKeeper<T> {
  /** The draft of last time. While there is one nothing is written, until `restore` or `discard`. */
  readonly find: () => Promise<T | null>;
  /** The form as it is now; kept once typing pauses. */
  readonly note: (text: string) => void;
  /** The form takes the stored draft over; what was typed beside it is gone. */
  readonly restore: () => void;
  /** The stored draft goes; what was typed meanwhile is kept instead. */
  readonly discard: () => Promise<void>;
  /** The form was saved: its draft is no longer needed. One of last time still waits to be decided on. */
  readonly saved: () => Promise<void>;
  /** Writes what is not written yet. */
  readonly flush: () => Promise<void>;
}

/** Writes unsaved edits after a pause, and never over a draft the clerk has not decided on. */
export function createDraftKeeper<T>(store: DraftStore<T>, pauseMs: number): DraftKeeper<T> {
  let decided = false;
  let pending: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = async (): Promise<void> => {
    if (!decided || pending === null) return;
    const latest = pending;
    pending = null;
    // A draft is a safety net: when it cannot be kept the form itself still works and says so on saving.
    await store.put(latest).catch(() => undefined);
  };
  const forget = (): void => {
    clearTimeout(timer);
    pending = null;
  };

  return {
    find: async () => {
      try {
        const stored = await store.get();
        decided = stored === null;
        await flush();
        return stored;
      } catch {
        // What lies there is not known, so it is not written over; the form itself still works.
        return null;
      }
    },
    note: (text) => {
      pending = text;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), pauseMs);
    },
    restore: () => {
      forget();
      decided = true;
    },
    discard: async () => {
      await store.drop();
      decided = true;
      await flush();
    },
    saved: async () => {
      forget();
      if (decided) await store.drop();
    },
    flush,
  };
}
