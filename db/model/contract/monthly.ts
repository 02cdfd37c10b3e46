import { type } from '@orpc/contract';
import { z } from 'zod';
import { Month, type MonthlyReport } from '../monthly.ts';
import { call } from './base.ts';

export const monthly = {
  months: call.output(type<readonly Month[]>()),
  report: call.input(z.object({ month: Month })).output(type<MonthlyReport>()),
};
