import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isoDate } from '../../db/model/dates.ts';
import { createClock, localDay } from '../../electron/host/clock.ts';
import { readOptions } from '../../electron/options.ts';
import { scrub } from '../../electron/scrub.ts';
import { readState, writeState } from '../../electron/stateFile.ts';

describe('readOptions', () => {
  test('without anything nothing is given', () => {
    expect(readOptions(['desk'], {})).toEqual({
      dataDir: undefined,
      profileDir: undefined,
      today: undefined,
    });
  });

  test('the argument comes before the environment, and paths become absolute', () => {
    const environment = { WORKSHOP_DESK_DATA: '/from/environment' };
    expect(readOptions(['--data-dir=here'], environment).dataDir).toBe(resolve('here'));
    expect(readOptions([], environment).dataDir).toBe(resolve('/from/environment'));
  });

  test('a day that is none is refused', () => {
    expect(readOptions(['--today=2026-02-28'], {}).today).toBe('2026-02-28');
    expect(() => readOptions(['--today=2026-02-30'], {})).toThrow();
  });
});

describe('the clock', () => {
  // Half past seven in the morning in China is the day before in Greenwich.
  const read = () => new Date(2026, 2, 2, 7, 30);

  test('the day is the one the PC shows', () => {
    expect(localDay(read())).toBe('2026-03-02');
    expect(createClock(undefined, read).today()).toBe('2026-03-02');
  });

  test('with a given day, moments lie on it and go on', () => {
    const clock = createClock(isoDate('2026-05-06'), read);
    expect(clock.today()).toBe('2026-05-06');
    expect(clock.now().slice(0, 10)).toBe('2026-05-06');
    expect(clock.now().slice(10)).toBe(read().toISOString().slice(10));
  });
});

describe('scrub', () => {
  test('masks every long number, also beside Chinese text', () => {
    const line = scrub('身份证号110101199003077571手机13800000000，卡6222020000000000000');
    expect(line).not.toMatch(/\d{8}/);
    expect(line).toContain('身份证号1101');
  });

  test('keeps short numbers, and does not name the home folder', () => {
    expect(scrub(`code 5 at ${homedir()}/x 2026-03-02`)).toBe('code 5 at ~/x 2026-03-02');
  });
});

describe('a state file', () => {
  const dir = mkdtempSync(join(tmpdir(), 'state-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const Schema = z.record(z.string(), z.string());

  test('gives back what was written', () => {
    const file = join(dir, 'new', 'folders.json');
    expect(writeState(file, { a: 'b' })).toBe(true);
    expect(readState(file, Schema)).toEqual({ a: 'b' });
  });

  test('is as good as absent when it cannot be read', () => {
    const file = join(dir, 'broken.json');
    writeFileSync(file, '{"a": 1');
    expect(readState(file, Schema)).toBeUndefined();
    writeFileSync(file, '{"a": 1}');
    expect(readState(file, Schema)).toBeUndefined();
    expect(readState(join(dir, 'none.json'), Schema)).toBeUndefined();
  });
});
