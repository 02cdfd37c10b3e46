import { Button, Empty, Flex, Table, Tag } from 'antd';
import { type CalendarDay, DAY_KINDS } from '../../db/model/calendar.ts';
import { type IsoDate, weekdayInChinese } from '../../db/model/dates.ts';
import { orBlank } from '../shared/format.ts';
import { reading } from '../shared/reading.ts';
import type { HolidayRow } from './holidayRows.ts';

interface Props {
  readonly rows: readonly HolidayRow[] | undefined;
  readonly running: boolean;
  readonly onSet: (day: CalendarDay) => void;
  readonly onReset: (date: IsoDate) => void;
}

const opposite = (kind: CalendarDay['kind']): CalendarDay['kind'] => (kind === 'rest' ? 'work' : 'rest');

/** Every day of the year that differs from the plain week. */
export const HolidayTable = ({ rows, running, onSet, onReset }: Props) => (
  <Table<HolidayRow>
    size="small"
    loading={reading(rows === undefined)}
    dataSource={[...(rows ?? [])]}
    rowKey="date"
    pagination={false}
    scroll={{ x: 760 }}
    locale={{
      emptyText: (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="该年度的放假安排尚未录入，请点“录入放假安排”，把放假通知粘贴进来"
        />
      ),
    }}
    columns={[
      { key: 'date', title: '日期', dataIndex: 'date', width: 120 },
      { key: 'weekday', title: '星期', width: 80, render: (_, row) => weekdayInChinese(row.date) },
      {
        key: 'kind',
        title: '安排',
        width: 90,
        render: (_, row) => <Tag color={row.kind === 'rest' ? 'blue' : 'default'}>{DAY_KINDS[row.kind]}</Tag>,
      },
      { key: 'name', title: '名称', width: 160, render: (_, row) => orBlank(row.name) },
      {
        key: 'source',
        title: '来源',
        render: (_, row) =>
          row.source === 'own' ? <span className="holiday-own">本单位录入</span> : '法定安排',
      },
      {
        key: 'act',
        title: '办理',
        width: 200,
        render: (_, row) => (
          <Flex gap={8}>
            <Button
              size="small"
              disabled={running}
              aria-label={`${row.date}改为${DAY_KINDS[opposite(row.kind)]}`}
              onClick={() => onSet({ date: row.date, kind: opposite(row.kind), name: row.name })}
            >
              改为{DAY_KINDS[opposite(row.kind)]}
            </Button>
            {row.source === 'own' && (
              <Button
                size="small"
                disabled={running}
                aria-label={`${row.date}取消录入，恢复为${DAY_KINDS[row.otherwise]}`}
                onClick={() => onReset(row.date)}
              >
                取消录入
              </Button>
            )}
          </Flex>
        ),
      },
    ]}
  />
);
