/** One of the places where drafts of a record are kept. */
export interface DraftSlot {
  readonly put: (text: string) => Promise<unknown>;
  readonly drop: () => Promise<unknown>;
}

/** A draft of last time, and what the clerk may decide on it. */
export interface FoundDraft<T> {
  readonly value: T;
  /** The form takes it over; what was typed beside it is gone. */
  readonly restore: () => void;
  /** It goes; what was typed beside it is kept on. */
  readonly discard: () => Promise<void>;
}

interface DraftKeeper<T> {
  /** The drafts of last time. None of them is written over until it is decided on. */
  readonly find: () => Promise<readonly FoundDraft<T>[]>;
  /** The form as it is now; kept once typing pauses. */
  readonly note: (text: string) => void;
  /** The form was saved: its draft is no longer needed. Those of last time still wait to be decided on. */
  readonly saved: () => Promise<void>;
  /** Writes what is not written yet. */
  readonly flush: () => Promise<void>;
}

/**
 * Writes unsaved edits after a pause, and never over a draft the clerk has not decided on: as there are several slots,
 * what is typed beside the drafts of earlier times survives a crash as well. `read` says what lies in each of them.
 */
export function createDraftKeeper<T>(
  slots: readonly DraftSlot[],
  read: () => Promise<readonly (T | null)[]>,
  pauseMs: number,
): DraftKeeper<T> {
  const free = new Set<DraftSlot>();
  /** Where the form's own draft lies. */
  let own: DraftSlot | undefined;
  let pending: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = async (): Promise<void> => {
    own ??= slots.find((slot) => free.has(slot));
    if (!own || pending === null) return;
    const latest = pending;
    pending = null;
    // A draft is a safety net: when it cannot be kept the form itself still works and says so on saving.
    await own.put(latest).catch(() => undefined);
  };
  const forget = async (): Promise<void> => {
    clearTimeout(timer);
    pending = null;
    const slot = own;
    own = undefined;
    await slot?.drop();
  };
  const foundIn = (slot: DraftSlot, value: T): FoundDraft<T> => ({
    value,
    restore: () => {
      void forget();
      free.add(slot);
      own = slot;
    },
    discard: async () => {
      await slot.drop();
      free.add(slot);
      await flush();
    },
  });

  return {
    find: async () => {
      try {
        const stored = await read();
        const found = slots.flatMap((slot, at) => {
          const value = stored[at];
          if (value !== null && value !== undefined) return [foundIn(slot, value)];
          free.add(slot);
          return [];
        });
        await flush();
        return found;
      } catch {
        // What lies there is not known, so it is not written over; the form itself still works.
        return [];
      }
    },
    note: (text) => {
      pending = text;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), pauseMs);
    },
    saved: forget,
    flush,
  };
}
