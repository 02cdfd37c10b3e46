import type { Walk } from './picture.ts';
import { inspection } from './pictures/inspection.ts';
import { drafted, listed, submitted } from './pictures/plans.ts';
import { applied, published, reviewed, selected } from './pictures/selection.ts';
import { start } from './pictures/start.ts';
import { inWorks } from './pictures/works.ts';
import { worksOver } from './pictures/worksOver.ts';
import { yearEnd } from './pictures/yearEnd.ts';

/** Every picture of the manual, in the order of the year. */
export const PICTURES: readonly Walk[] = [
  start,
  applied,
  reviewed,
  selected,
  published,
  listed,
  drafted,
  submitted,
  inWorks,
  worksOver,
  inspection,
  yearEnd,
];
