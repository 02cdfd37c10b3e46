import { Bureau } from '../../db/model/bureau.ts';
import { isoDate } from '../../db/model/dates.ts';
import { fen } from '../../db/model/money.ts';
import { Month } from '../../db/model/monthly.ts';
import type { Paper } from '../../db/model/papers.ts';
import { emptyPlan } from '../../db/model/plan.ts';
import { defaultPolicy } from '../../db/model/policy.ts';
import type { TemplatePaper } from '../../db/model/templates.ts';

/** A fictional year: what a template is tried with where the office has no record yet. */
const YEAR = 2021;
export const DAY = isoDate('2021-09-30');

const head = {
  bureau: Bureau.parse({
    name: '示例县市场监督管理局',
    kind: 'county',
    district: '示例县',
    cityBureau: '示例市市场监督管理局',
    section: '食品生产监管科',
    contactName: '示例甲',
    contactPhone: '0000-1234567',
    supervisionPhone: '',
    address: '示例县示例大街1号',
    postcode: '',
  }),
  year: YEAR,
  programmeName: '名优特',
};

const writing = {
  paper: 'writing',
  ...head,
  asOf: DAY,
  finished: true,
  sections: [],
  annexes: [],
  photos: [],
} as const;

/** Papers without a single line: they carry the names of all that a template can ask for. */
export const BLANKS: Readonly<Record<TemplatePaper, Paper>> = {
  roster: {
    paper: 'roster',
    ...head,
    confirmedOn: DAY,
    batch: 1,
    publicity: { firstDay: DAY, lastDay: DAY },
    quota: 10,
    entries: [],
  },
  plan: {
    paper: 'plan',
    ...head,
    policy: defaultPolicy(YEAR, 10),
    record: {
      bureau: head.bureau.name,
      year: YEAR,
      programmeName: head.programmeName,
      workshopId: '',
      workshopName: '',
      ownerName: '',
      address: '',
      products: '',
      operationArea: null,
      revision: 1,
      submittedOn: DAY,
      plan: emptyPlan,
    },
    checkCode: '0000000000000000',
  },
  planLedger: { paper: 'planLedger', ...head, asOf: DAY, rows: [] },
  monthly: {
    paper: 'monthly',
    ...head,
    report: { month: Month.parse('2021-09'), asOf: DAY, lines: [], text: '' },
  },
  inspectionSummary: { paper: 'inspectionSummary', ...head, asOf: DAY, passScore: 900, rows: [] },
  recommended: { paper: 'recommended', ...head, asOf: DAY, passScore: 900, rows: [] },
  finalList: { paper: 'finalList', ...head, asOf: DAY, passScore: 900, publicity: null, rows: [] },
  paymentList: {
    paper: 'paymentList',
    ...head,
    title: '',
    madeOn: DAY,
    cancelled: false,
    total: fen(0),
    totalInWords: '',
    rows: [],
  },
  summary: { ...writing, kind: 'summary', title: '' },
  report: { ...writing, kind: 'report', title: '' },
};
