import type { ApplicationCore } from './application.ts';
import type { IsoDate } from './dates.ts';

/**
 * A new year's application of a workshop that applied before: what the place is stays, what belongs to one year
 * (sales, penalties, health certificates, plans and the promise of money) is asked anew.
 */
export const carriedOver = (earlier: ApplicationCore, appliedOn: IsoDate): ApplicationCore => ({
  ...earlier,
  appliedOn,
  healthCertificateCount: null,
  annualOutput: '',
  annualSales: null,
  penalties: '',
  problems: '',
  renovation: '',
  plannedInvestment: null,
  promisedOn: null,
});
