import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDraftKeeper, type FoundDraft } from '../../../renderer/shared/draftKeeper.ts';

const PAUSE = 800;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** What the data host keeps, in all places, and a form that writes to it. */
function formOn(stored: string | null, beside: string | null = null, read?: () => Promise<never>) {
  const host: Record<'stored' | 'beside' | 'third', string | null> = { stored, beside, third: null };
  const slotOf = (name: keyof typeof host) => ({
    put: async (text: string) => {
      host[name] = text;
    },
    drop: async () => {
      host[name] = null;
    },
  });
  const slots = [slotOf('stored'), slotOf('beside'), slotOf('third')];
  const keeper = createDraftKeeper(slots, read ?? (async () => Object.values(host)), PAUSE);
  const type = async (text: string) => {
    keeper.note(text);
    await vi.advanceTimersByTimeAsync(PAUSE);
  };
  return { host, keeper, type };
}

const valuesOf = (found: readonly FoundDraft<string>[]) => found.map((one) => one.value);

it('keeps what is typed, once typing pauses', async () => {
  const { host, keeper, type } = formOn(null);
  expect(await keeper.find()).toEqual([]);
  keeper.note('a');
  await vi.advanceTimersByTimeAsync(PAUSE - 1);
  expect(host.stored).toBeNull();
  await type('ab');
  expect(host).toEqual({ stored: 'ab', beside: null, third: null });
});

it('keeps what is typed beside the draft of last time apart, so that a crash loses neither', async () => {
  const { host, keeper, type } = formOn('last time');
  await type('typed before it was found');
  expect(valuesOf(await keeper.find())).toEqual(['last time']);
  expect(host).toEqual({ stored: 'last time', beside: 'typed before it was found', third: null });
  await type('typed beside the banner');
  const later = formOn(host.stored, host.beside);
  expect(valuesOf(await later.keeper.find())).toEqual(['last time', 'typed beside the banner']);
});

it('a save takes what was typed beside it, not the draft of last time', async () => {
  const { host, keeper, type } = formOn('last time');
  await keeper.find();
  await type('typed beside the banner');
  await keeper.saved();
  expect(host).toEqual({ stored: 'last time', beside: null, third: null });
});

it('after 恢复 keeps the draft until the restored form replaces it', async () => {
  const { host, keeper, type } = formOn('last time');
  const [found] = await keeper.find();
  await type('typed beside the banner');
  found?.restore();
  await keeper.flush();
  expect(host).toEqual({ stored: 'last time', beside: null, third: null });
  await type('last time, and more');
  expect(host).toEqual({ stored: 'last time, and more', beside: null, third: null });
  await keeper.saved();
  expect(host).toEqual({ stored: null, beside: null, third: null });
});

it('after 丢弃 keeps what was typed meanwhile', async () => {
  const { host, keeper, type } = formOn('last time');
  const [found] = await keeper.find();
  await type('typed beside the banner');
  await found?.discard();
  expect(host).toEqual({ stored: null, beside: 'typed beside the banner', third: null });
  await keeper.saved();
  expect(host).toEqual({ stored: null, beside: null, third: null });
});

it('each of two drafts is decided on by itself; neither is written over', async () => {
  const { host, keeper, type } = formOn('older', 'newer');
  const [older, newer] = await keeper.find();
  await type('typed beside both');
  expect(host).toEqual({ stored: 'older', beside: 'newer', third: 'typed beside both' });
  newer?.restore();
  await type('newer, and more');
  expect(host).toEqual({ stored: 'older', beside: 'newer, and more', third: null });
  await older?.discard();
  expect(host).toEqual({ stored: null, beside: 'newer, and more', third: null });
});

it('writes over nothing when it could not be looked up', async () => {
  const { host, keeper, type } = formOn('last time', null, async () => {
    throw new Error('The data host is starting');
  });
  expect(await keeper.find()).toEqual([]);
  await type('typed');
  expect(host).toEqual({ stored: 'last time', beside: null, third: null });
});

it('writes at once when the form is left', async () => {
  const { host, keeper } = formOn(null);
  await keeper.find();
  keeper.note('left at once');
  await keeper.flush();
  expect(host.stored).toBe('left at once');
});
