import { Button, Flex } from 'antd';
import { useState } from 'react';
import type { ShownImportPreview } from '../../db/model/contract/imports.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { DateInput } from '../shared/inputs.tsx';
import type { Import } from './useImport.ts';

const CODE = 'import.promiseDate';

/** Sheets often say «已签» without a day: where all promises were signed on one day it is typed once. */
export function MissingDates({
  work,
  preview,
}: {
  readonly work: Import;
  readonly preview: ShownImportPreview;
}) {
  const [day, setDay] = useState<IsoDate | null>(null);
  const rows = preview.rows.filter((row) => row.problems.some((one) => one.code === CODE)).length;
  if (rows === 0) return null;
  return (
    <section className="panel questions" aria-label="承诺签署日期">
      <Flex gap={12} align="center" wrap>
        <span>有{rows}行写了已签承诺而没有日期。如为同一天签署，可统一填写</span>
        <div className="short-date">
          <DateInput aria-label="统一的承诺签署日期" value={day} onChange={setDay} />
        </div>
        <Button disabled={day === null} onClick={() => day !== null && work.mend('*', 'promisedOn', day)}>
          填入
        </Button>
      </Flex>
    </section>
  );
}
