import { Alert, Button, Flex } from 'antd';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import { client } from '../api.ts';
import { createDraftKeeper, type DraftSlot, type FoundDraft } from './draftKeeper.ts';
import { momentText } from './format.ts';

const PUT_AFTER_MS = 800;

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

async function storedDraft<T>(key: string, schema: z.ZodType<T>): Promise<Stored<T> | null> {
  const stored = await client.drafts.get({ key });
  if (!stored) return null;
  const parsed = schema.safeParse(JSON.parse(stored.value));
  return parsed.success ? { value: parsed.data, savedAt: stored.savedAt } : null;
}

const slotAt = <T,>(key: string, schema: z.ZodType<T>): DraftSlot<Stored<T>> => ({
  get: () => storedDraft(key, schema),
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
  const keeper = useMemo(
    () =>
      createDraftKeeper(
        // The second one for what is typed while the first waits for 恢复 or 丢弃.
        [slotAt(key, shape.current), slotAt(`${key} beside`, shape.current)],
        PUT_AFTER_MS,
      ),
    [key],
  );

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
    found.length === 1 ? '' : savedAt === newest ? '，较新的一份' : '，较早的一份';

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
