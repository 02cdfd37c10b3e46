import { expect, it } from 'vitest';
import { areaPoints } from './areaPoints.ts';
import { endPoints } from './endPoints.ts';
import { landscapePoints } from './landscapePoints.ts';
import { measuredPdf, measuredWord } from './measure.ts';
import { isMet, type Point, pointTable } from './points.ts';
import { landscapeSample, officialSample } from './sample.ts';
import { textPoints } from './textPoints.ts';

it('lays an official paper out by GB/T 9704-2012, in PDF and in Word', async () => {
  const pdf = await measuredPdf(officialSample());
  const word = await measuredWord(officialSample());
  const unsealed = {
    pdf: await measuredPdf(officialSample(false)),
    word: await measuredWord(officialSample(false)),
  };
  const points: readonly Point[] = [
    ...areaPoints(pdf, word),
    ...textPoints(pdf, word),
    ...endPoints({ pdf, word }, unsealed),
    ...landscapePoints(await measuredPdf(landscapeSample), await measuredWord(landscapeSample)),
  ];
  process.stdout.write(`${pointTable(points)}\n`);
  expect(points.length).toBeGreaterThanOrEqual(30);
  expect(points.filter((one) => !isMet(one)).map((one) => one.name)).toEqual([]);
});
