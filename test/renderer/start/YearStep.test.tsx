import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import { YearStep } from '../../../renderer/start/YearStep.tsx';

const shownYear = (value: Parameters<typeof YearStep>[0]['value']): string | undefined => {
  const step = { value, today: isoDate('2021-04-01'), onBack: () => undefined, onDone: () => undefined };
  const page = renderToStaticMarkup(<YearStep {...step} />);
  return /<input[^>]*placeholder="四位年份"[^>]*value="(\d*)"/.exec(page)?.[1];
};

it('offers the year of today, and keeps what was typed', () => {
  expect(shownYear(null)).toBe('2021');
  expect(shownYear({ year: 2020, quota: 5, programmeName: '名优特', basis: '' })).toBe('2020');
});
