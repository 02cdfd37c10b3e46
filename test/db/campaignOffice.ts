import { PROFILE } from '../../build/demo/fictional.ts';
import { setUpOffice } from '../../db/bureau.ts';
import { fromSquareMetres } from '../../db/model/area.ts';
import { OfficeProfile } from '../../db/model/bureau.ts';
import type { ApplicantInput } from '../../db/model/contract/workshops.ts';
import { Instant, isoDate } from '../../db/model/dates.ts';
import { fromYuan } from '../../db/model/money.ts';
import type { Act, Office } from '../../db/office.ts';
import { createOffice } from '../../db/open/create.ts';
import { must, OPENING, onCleanUp, RESOURCES, tempDir } from './open/fixtures.ts';

export const ACT: Act = {
  today: isoDate('2021-04-10'),
  at: Instant.parse('2021-04-10T01:00:00.000Z'),
  staffId: null,
};

/** A new office of the fictional bureau, year 2021, five places. */
export async function freshOffice(): Promise<Office> {
  const { office } = must(await createOffice(tempDir(), RESOURCES, OPENING));
  onCleanUp(() => office.close());
  must(setUpOffice(office, OfficeProfile.parse(PROFILE), ACT));
  return office;
}

/** One application as the form brings it. */
export const applicantNamed = (name: string): ApplicantInput => ({
  workshopId: null,
  workshop: {
    name,
    ownerName: `${name}业主`,
    ownerGender: null,
    creditCode: '',
    certificateKind: null,
    certificateNo: '',
    certificateValidUntil: null,
    economicType: '',
    township: '示例镇',
    address: '示例县示例镇1号',
    station: '示例镇监管所',
    openedOn: null,
    foodCategory: '',
    products: '豆腐',
    standard: '',
  },
  private: {},
  application: {
    appliedOn: isoDate('2021-04-06'),
    staffCount: 3,
    healthCertificateCount: 3,
    totalArea: null,
    operationArea: fromSquareMetres(45),
    annualOutput: '20吨',
    annualSales: fromYuan(300_000),
    equipment: '磨浆机',
    speciality: '卤水点制',
    honours: '',
    penalties: '无',
    problems: '地面破损',
    renovation: '修缮地面',
    plannedInvestment: fromYuan(20_000),
    promisedOn: isoDate('2021-04-06'),
  },
});
