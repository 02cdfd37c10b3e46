import { Alert, Button, Flex } from 'antd';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { client } from '../api.ts';
import { momentText } from './format.ts';

const PUT_AFTER_MS = 800;

export interface Draft {
  /** «发现未保存的内容 … 恢复 / 丢弃», or nothing. Stands at the top of the form. */
  readonly banner: ReactNode;
  /** After a save, or when the clerk gives the changes up. */
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
  const pending = useRef<string | null>(null);
  const shape = useRef(schema);

  const put = useCallback(async () => {
    const latest = pending.current;
    pending.current = null;
    // A draft is a safety net: when it cannot be kept the form itself still works and says so on saving.
    if (latest !== null) await client.drafts.put({ key, value: latest }).catch(() => undefined);
  }, [key]);

  useEffect(() => {
    let current = true;
    findDraft(key, shape.current)
      .then((draft) => current && setFound(draft))
      .catch(() => current && setFound(null));
    return () => {
      current = false;
      void put();
    };
  }, [key, put]);

  useEffect(() => {
    if (text === null) return;
    pending.current = text;
    const timer = setTimeout(() => void put(), PUT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, put]);

  const drop = useCallback(async () => {
    pending.current = null;
    setFound(null);
    await client.drafts.drop({ key });
  }, [key]);

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
              onRestore(found.value);
              setFound(null);
            }}
          >
            恢复
          </Button>
          <Button size="small" onClick={() => void drop()}>
            丢弃
          </Button>
        </Flex>
      }
    />
  );
  return { banner, drop };
}
