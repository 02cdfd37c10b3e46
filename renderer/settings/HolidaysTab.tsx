import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Flex, InputNumber, Typography } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { type CalendarDay, describeDays } from '../../db/model/calendar.ts';
import type { CalendarChange } from '../../db/model/contract/calendar.ts';
import { yearOf } from '../../db/model/dates.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { HolidayDayForm } from './HolidayDayForm.tsx';
import { HolidayPasteModal } from './HolidayPasteModal.tsx';
import { HolidayTable } from './HolidayTable.tsx';
import { holidayRows } from './holidayRows.ts';
import './settings.css';

const FIRST = 2000;
const LAST = 2100;

/** 节假日: what the program brings along for a year, what the office entered; every change can be undone. */
export function HolidaysTab() {
  const { campaign } = useOffice();
  const { message } = App.useApp();
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('year'));
  const year = asked >= FIRST && asked <= LAST ? asked : campaign.year;
  const calendar = useQuery(api.calendar.year.queryOptions({ input: { year } }));
  const change = useAct(client.calendar.change);
  const [undo, setUndo] = useState<readonly CalendarChange[]>([]);
  const [pasting, setPasting] = useState(false);
  const { data } = calendar;
  const toYear = (next: number | null) =>
    next !== null && setSearch({ tab: 'holidays', year: String(next) }, { replace: true });
  const run = async (wanted: CalendarChange): Promise<boolean> => {
    const done = await change.run(wanted);
    if (done.ok) setUndo([...undo, done.value]);
    return done.ok;
  };
  const undoLast = async () => {
    const last = undo.at(-1);
    if (last && (await change.run(last)).ok) setUndo(undo.slice(0, -1));
  };
  const setDay = async (day: CalendarDay) => {
    if (!(await run({ set: [day], remove: [], complete: null }))) return;
    message.success(`已记：${describeDays([day])}`);
    toYear(yearOf(day.date));
  };
  const mark = (complete: boolean) => void run({ set: [], remove: [], complete: { year, complete } });
  return (
    <div className="panel stack">
      <ProblemList
        problems={calendar.isError ? problemsOf(calendar.error) : pasting ? [] : change.problems}
        onClose={change.clear}
      />
      <Flex justify="space-between" align="center" gap={16} wrap>
        <Flex gap={8} align="center">
          <Button aria-label="上一年" disabled={year <= FIRST} onClick={() => toYear(year - 1)}>
            上一年
          </Button>
          <InputNumber
            aria-label="年份"
            className="short"
            min={FIRST}
            max={LAST}
            precision={0}
            controls={false}
            suffix="年"
            value={year}
            onChange={toYear}
          />
          <Button aria-label="下一年" disabled={year >= LAST} onClick={() => toYear(year + 1)}>
            下一年
          </Button>
        </Flex>
        <Flex gap={8}>
          <Button disabled={undo.length === 0 || change.running} onClick={() => void undoLast()}>
            撤销上一步
          </Button>
          <Button type="primary" disabled={!data} onClick={() => setPasting(true)}>
            录入放假安排
          </Button>
        </Flex>
      </Flex>
      {data && !data.inLibrary && (
        <Alert
          type={data.complete ? 'success' : 'warning'}
          showIcon
          title={
            data.complete
              ? `${year}年的放假安排已由本单位录全`
              : `程序没有${year}年的放假安排。录全之前，只按周末计算，且不能按工作日计算公示期。`
          }
          action={
            <Button size="small" disabled={change.running} onClick={() => mark(!data.complete)}>
              {data.complete ? '改为未录全' : '标为已录全'}
            </Button>
          }
        />
      )}
      {data?.inLibrary && (
        <Typography.Text type="secondary">
          程序已带{year}年国务院公布的放假安排；与当地实际不同的，在这里改。已发布的公示不受影响。
        </Typography.Text>
      )}
      <HolidayDayForm running={change.running} onSet={(day) => void setDay(day)} />
      <HolidayTable
        rows={data && holidayRows(data)}
        running={change.running}
        onSet={(day) => void setDay(day)}
        onReset={(date) => void run({ set: [], remove: [date], complete: null })}
      />
      {pasting && data && (
        <HolidayPasteModal
          calendar={data}
          running={change.running}
          problems={change.problems}
          onChange={(wanted) => void run(wanted).then((done) => done && setPasting(false))}
          onClose={() => {
            setPasting(false);
            change.clear();
          }}
        />
      )}
    </div>
  );
}
