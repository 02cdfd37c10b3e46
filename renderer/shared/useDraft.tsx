import { Alert, Button, Flex } from 'antd';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import { client } from '../api.ts';
import { createDraftKeeper, type DraftSlot, type FoundDraft } from './draftKeeper.ts';
import { momentText } from './format.ts';

const PUT_AFTER_MS = 800;

/** The further ones are for what is typed while earlier drafts wait for 恢复 or 丢弃, crash after crash. */
const PLACES = ['', ' beside', ' beside 2', ' beside 3', ' beside 4'] as const;

export interface Draft {
  /** «发现未保存的内容 … 恢复 / 丢弃», or nothing. Stands at the top of the form. */
  readonly banner: ReactNode;
  /** After a save. A draft of last time that was not decided on stays. */
  readonly drop: () => Promise<void>;
}

interface Stored<T> {
  readonly value: T;
  readonly savedAt: string;
}

async function storedDrafts<T>(
  keys: readonly string[],
  schema: z.ZodType<T>,
): Promise<readonly (Stored<T> | null)[]> {
  const stored = await client.drafts.get({ keys: [...keys] });
  return stored.map((one) => {
    if (one === null) return null;
    const parsed = schema.safeParse(JSON.parse(one.value));
    return parsed.success ? { value: parsed.data, savedAt: one.savedAt } : null;
  });
}

const slotAt = (key: string): DraftSlot => ({
  put: (latest) => client.drafts.put({ key, value: latest }),
  drop: () => client.drafts.drop({ key }),
});

/**
 * Keeps unsaved edits in the data host (sealed there) and finds them again after a crash.
 * `value`: the edits, or null while nothing differs from what is saved. `key` names the record, never a person.
 */
export function useDraft<T>(
  key: string,
  value: T | null,
  schema: z.ZodType<T>,
  onRestore: (value: T) => void,
): Draft {
  const [found, setFound] = useState<readonly FoundDraft<Stored<T>>[]>([]);
  const text = value === null ? null : JSON.stringify(value);
  const shape = useRef(schema);
  const keeper = useMemo(() => {
    const keys = PLACES.map((place) => `${key}${place}`);
    return createDraftKeeper(keys.map(slotAt), () => storedDrafts(keys, shape.current), PUT_AFTER_MS);
  }, [key]);

  useEffect(() => {
    let current = true;
    // Mostly there is none: the page is then left as it is drawn.
    void keeper
      .find()
      .then(
        (drafts) => current && setFound((before) => (before.length + drafts.length === 0 ? before : drafts)),
      );
    return () => {
      current = false;
      void keeper.flush();
    };
  }, [keeper]);

  useEffect(() => {
    if (text !== null) keeper.note(text);
  }, [text, keeper]);

  const decided = (draft: FoundDraft<Stored<T>>): void =>
    setFound((before) => before.filter((one) => one !== draft));

  const newest = found
    .map((draft) => draft.value.savedAt)
    .sort()
    .at(-1);
  const whichOf = ({ savedAt }: Stored<T>): string =>
    found.length === 1 ? '' : savedAt === newest ? '，最新的一份' : '，较早的一份';

  const banner = found.map((draft) => (
    <Alert
      key={draft.value.savedAt}
      className="page-message"
      type="warning"
      showIcon
      title={`发现未保存的内容（${momentText(draft.value.savedAt)}${whichOf(draft.value)}）`}
      action={
        <Flex gap={8}>
          <Button
            size="small"
            type="primary"
            onClick={() => {
              draft.restore();
              onRestore(draft.value.value);
              decided(draft);
            }}
          >
            恢复
          </Button>
          <Button size="small" onClick={() => void draft.discard().then(() => decided(draft))}>
            丢弃
          </Button>
        </Flex>
      }
    />
  ));
  return { banner: found.length > 0 && banner, drop: keeper.saved };
}
