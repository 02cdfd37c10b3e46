import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDraftKeeper } from '../../../renderer/shared/draftKeeper.ts';

const PAUSE = 800;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** What the data host keeps, and a form that writes to it. */
function formOn(stored: string | null, get?: () => Promise<string | null>) {
  const host = { stored };
  const keeper = createDraftKeeper(
    {
      get: get ?? (async () => host.stored),
      put: async (text) => {
        host.stored = text;
      },
      drop: async () => {
        host.stored = null;
      },
    },
    PAUSE,
  );
  const type = async (text: string) => {
    keeper.note(text);
    await vi.advanceTimersByTimeAsync(PAUSE);
  };
  return { host, keeper, type };
}

it('keeps what is typed, once typing pauses', async () => {
  const { host, keeper, type } = formOn(null);
  expect(await keeper.find()).toBeNull();
  keeper.note('a');
  await vi.advanceTimersByTimeAsync(PAUSE - 1);
  expect(host.stored).toBeNull();
  await type('ab');
  expect(host.stored).toBe('ab');
});

it('holds back what is typed while the draft of last time waits for 恢复 or 丢弃', async () => {
  const { host, keeper, type } = formOn('last time');
  await type('typed before it was found');
  expect(await keeper.find()).toBe('last time');
  await type('typed beside the banner');
  await keeper.flush();
  await keeper.saved();
  expect(host.stored).toBe('last time');
});

it('after 恢复 keeps the draft until the restored form replaces it', async () => {
  const { host, keeper, type } = formOn('last time');
  await keeper.find();
  await type('typed beside the banner');
  keeper.restore();
  await keeper.flush();
  expect(host.stored).toBe('last time');
  await type('last time, and more');
  expect(host.stored).toBe('last time, and more');
});

it('after 丢弃 keeps what was typed meanwhile', async () => {
  const { host, keeper, type } = formOn('last time');
  await keeper.find();
  await type('typed beside the banner');
  await keeper.discard();
  expect(host.stored).toBe('typed beside the banner');
  await keeper.saved();
  expect(host.stored).toBeNull();
});

it('writes over nothing when it could not be looked up', async () => {
  const { host, keeper, type } = formOn('last time', async () => {
    throw new Error('The data host is starting');
  });
  expect(await keeper.find()).toBeNull();
  await type('typed');
  expect(host.stored).toBe('last time');
});

it('writes at once when the form is left', async () => {
  const { host, keeper } = formOn(null);
  await keeper.find();
  keeper.note('left at once');
  await keeper.flush();
  expect(host.stored).toBe('left at once');
});
