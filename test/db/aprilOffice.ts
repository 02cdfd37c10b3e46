import { fromSquareMetres } from '../../db/model/area.ts';
import type { ApplicantInput } from '../../db/model/contract/workshops.ts';
import { fromYuan } from '../../db/model/money.ts';
import type { Office } from '../../db/office.ts';
import { applicantNamed } from '../fixtures/application.ts';
import { actOn, freshOffice } from '../fixtures/freshOffice.ts';

const DAY = '2021-04-10';

export const ACT = actOn(DAY);

/** A new office of the fictional bureau, year 2021, five places. */
export const aprilOffice = async (): Promise<Office> => (await freshOffice({ day: DAY })).office;

/** One application as the form brings it. */
export const applicantInput = (name: string): ApplicantInput => ({
  workshopId: null,
  ...applicantNamed(name, {
    workshop: { station: '示例镇监管所' },
    application: {
      staffCount: 3,
      healthCertificateCount: 3,
      operationArea: fromSquareMetres(45),
      annualOutput: '20吨',
      annualSales: fromYuan(300_000),
      equipment: '磨浆机',
      speciality: '卤水点制',
      penalties: '无',
      problems: '地面破损',
      renovation: '修缮地面',
    },
  }),
});
