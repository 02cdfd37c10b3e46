import { createElement } from 'react';
import { expect, test } from 'vitest';
import { listContent, listTsv, textOfNode, type ValueColumn } from '../../../renderer/shared/listValues.ts';

interface Row {
  readonly name: string;
  readonly money: number | null;
  readonly count: number;
  readonly certificate: string;
}

const ROWS: readonly Row[] = [
  { name: '示例豆腐坊', money: 12_000.5, count: 3, certificate: '220000000000001' },
  { name: '示例\t"粉条"坊', money: null, count: 0, certificate: '' },
];

const COLUMNS: readonly ValueColumn<Row>[] = [
  { key: 'name', title: '名称', dataIndex: 'name' },
  {
    key: 'money',
    title: '投入',
    align: 'right',
    render: (_: unknown, row: Row) => (row.money === null ? '—' : `${row.money.toLocaleString('en-US')}元`),
  },
  { key: 'count', title: '任务数', align: 'right', dataIndex: 'count' },
  { key: 'certificate', title: '证照编号', render: (_: unknown, row: Row) => row.certificate },
  {
    key: 'tag',
    title: '状态',
    render: () => createElement('span', null, '已', createElement('b', null, '签批')),
  },
  { key: 'stage', title: '进度', render: () => createElement(() => null), value: () => '公示中' },
];

test('a list for Excel has numbers as numbers, long digits as text, blanks empty', () => {
  const { columns, rows } = listContent(COLUMNS, ROWS);
  expect(columns.map((one) => one.kind)).toEqual(['text', 'money', 'count', 'text', 'text', 'text']);
  expect(rows[0]).toEqual({
    name: '示例豆腐坊',
    money: 12_000.5,
    count: 3,
    certificate: '220000000000001',
    tag: '已签批',
    stage: '公示中',
  });
  expect(rows[1]).toMatchObject({ money: null, count: 0, certificate: null });
});

test('the clipboard gets tabs and quotes as a spreadsheet reads them', () => {
  const lines = listTsv(listContent(COLUMNS.slice(0, 3), ROWS)).split('\n');
  expect(lines).toEqual(['名称\t投入\t任务数', '示例豆腐坊\t12000.5\t3', '"示例\t""粉条""坊"\t\t0']);
});

test('a component says nothing by itself', () => {
  expect(textOfNode(createElement(() => null))).toBe('');
  expect(textOfNode([1, ' ', null, 'x'])).toBe('1 x');
});
