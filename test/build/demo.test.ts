import { afterAll, beforeAll, describe } from 'vitest';
import { ownFormSteps } from '../../build/demo/stages/ownForms.ts';
import { ownFormChecks } from './demo/ownForms.ts';
import { PlayedYear } from './demo/played.ts';
import { worksOverChecks } from './demo/worksOver.ts';
import { yearOverChecks } from './demo/yearOver.ts';

const MINUTES = 60_000;

/** The demo's year, played once; every figure it shows is added up again from the database by SQL of its own. */
describe('the played year', () => {
  const year = new PlayedYear();
  afterAll(() => year.end());

  describe('when the works are over', () => {
    beforeAll(() => year.play('untilWorksOver'), 4 * MINUTES);
    worksOverChecks(year);
  });

  describe('at its end', () => {
    beforeAll(() => year.play('afterwards'), 4 * MINUTES);
    yearOverChecks(year);
  });

  describe('in the office’s own forms', () => {
    beforeAll(() => year.run(ownFormSteps(year)), MINUTES);
    ownFormChecks(year);
  });
});
