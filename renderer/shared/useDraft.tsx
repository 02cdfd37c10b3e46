import { Alert, Button, Flex } from 'antd';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import { client } from '../api.ts';
import { createDraftKeeper } from './draftKeeper.ts';
import { momentText } from './format.ts';

const PUT_AFTER_MS = 800;

export interface Draft {
  /** «发现未保存的内容 … 恢复 / 丢弃», or nothing. Stands at the top of the form. */
  readonly banner: ReactNode;
  /** After a save. A draft of last time that was not decided on stays. */
  readonly drop: () => Promise<void>;
}

interface Found<T> {
  readonly value: T;
  readonly savedAt: string;
}

async function findDraft<T>(key: string, schema: z.ZodType<T>): Promise<Found<T> | null> {
  const stored = await client.drafts.get({ key });
  if (!stored) return null;
  const parsed = schema.safeParse(JSON.parse(stored.value));
  return parsed.success ? { value: parsed.data, savedAt: stored.savedAt } : null;
}

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
  const [found, setFound] = useState<Found<T> | null>(null);
  const text = value === null ? null : JSON.stringify(value);
  const shape = useRef(schema);
  const keeper = useMemo(
    () =>
      createDraftKeeper(
        {
          get: () => findDraft(key, shape.current),
          put: (latest) => client.drafts.put({ key, value: latest }),
          drop: () => client.drafts.drop({ key }),
        },
        PUT_AFTER_MS,
      ),
    [key],
  );

  useEffect(() => {
    let current = true;
    void keeper.find().then((draft) => current && setFound(draft));
    return () => {
      current = false;
      void keeper.flush();
    };
  }, [keeper]);

  useEffect(() => {
    if (text !== null) keeper.note(text);
  }, [text, keeper]);

  const discard = async () => {
    await keeper.discard();
    setFound(null);
  };

  const banner = found && (
    <Alert
      className="page-message"
      type="warning"
      showIcon
      title={`发现未保存的内容（${momentText(found.savedAt)}）`}
      action={
        <Flex gap={8}>
          <Button
            size="small"
            type="primary"
            onClick={() => {
              keeper.restore();
              onRestore(found.value);
              setFound(null);
            }}
          >
            恢复
          </Button>
          <Button size="small" onClick={() => void discard()}>
            丢弃
          </Button>
        </Flex>
      }
    />
  );
  return { banner, drop: keeper.saved };
}
