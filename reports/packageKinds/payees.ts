import { bureauOf, currentCampaign } from '../../db/bureau/bureau.ts';
import { digestOf } from '../../db/canonical.ts';
import type { ResultRow } from '../../db/model/contract/results.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { ok, type Problem, problem, warning } from '../../db/model/problems.ts';
import type { Office } from '../../db/office.ts';
import { payeeInClear, payeeRows } from '../../db/payments/payees.ts';
import { resultsView } from '../../db/results/results.ts';
import { type PayeeList, payeeWorkbook } from '../excel/payees.ts';
import { makeXlsx } from '../excel/xlsx.ts';
import type { Contents, SecretPart } from './contents.ts';

type PayeeRow = NonNullable<ReturnType<ReturnType<typeof payeeRows>['get']>>;

interface Due {
  readonly row: ResultRow;
  readonly payee: PayeeRow | undefined;
}

interface Known extends Due {
  readonly payee: PayeeRow;
}

const isKnown = (due: Due): due is Known => due.payee !== undefined;

function listOf(office: Office, known: readonly Known[], asOf: IsoDate): PayeeList {
  const { year, policy } = currentCampaign(office);
  return {
    bureau: bureauOf(office),
    year,
    programmeName: policy.programmeName,
    asOf,
    rows: known.map(({ row, payee }) => ({
      workshopName: row.name,
      ownerName: row.ownerName,
      payee: payeeInClear(office, payee),
      amount: policy.award,
    })),
  };
}

const secretPart = (office: Office, known: readonly Known[]): SecretPart => ({
  path: '01_收款信息（加密）.zip',
  title: '收款信息表（加密电子文件，口令另行送达）',
  pieces: [
    {
      fileName: '收款信息表.xlsx',
      make: async ({ today }) => ok(await makeXlsx(payeeWorkbook(listOf(office, known, today)))),
    },
  ],
});

function problemsOf(dues: readonly Due[]): readonly Problem[] {
  if (dues.length === 0) {
    return [problem('package.noPayees', '推荐名单还是空的，没有可报送的收款信息')];
  }
  if (!dues.some(isKnown)) {
    return [problem('package.noPayees', '还没有登记收款信息，请先到“名单与奖补”登记')];
  }
  return dues.flatMap(({ row, payee }) => {
    if (payee === undefined) {
      return [warning('package.payeeMissing', `“${row.name}”没有登记收款信息，本次报送不含这一家`)];
    }
    return payee.confirmedOn === null
      ? [warning('package.payeeUnconfirmed', `“${row.name}”的收款信息还没有核实`)]
      : [];
  });
}

/** 收款信息 of the recommended: the whole of it inside an encrypted zip; the record says only who is on it. */
export function payeeContents(office: Office, today: IsoDate): Contents {
  const payees = payeeRows(office);
  const dues = resultsView(office, today)
    .rows.filter((row) => row.decision?.kind === 'recommend')
    .map((row): Due => ({ row, payee: payees.get(row.workshopId) }));
  const known = dues.filter(isKnown);
  const { award } = currentCampaign(office).policy;
  return {
    pieces: [],
    secret: known.length === 0 ? null : secretPart(office, known),
    records: known.map(({ row, payee }) => ({
      id: row.workshopId,
      kind: 'payee',
      name: row.name,
      // What is compared with the last package: when it was changed, nothing of what it says.
      digest: digestOf({ updatedAt: payee.updatedAt }).sha256,
      fields: {
        业主: row.ownerName,
        '奖补金额（元）': award / 100,
        收款信息: payee.confirmedOn === null ? '已登记' : '已核实',
      },
    })),
    counts: { 家数: known.length, '奖补金额（分）': known.length * award },
    problems: problemsOf(dues),
  };
}
