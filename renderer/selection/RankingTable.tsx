import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined } from '@ant-design/icons';
import { Button, Flex, Input, InputNumber, Switch, Table, Tag, Tooltip } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useMemo, useRef } from 'react';
import { CRITERIA } from '../../db/model/ranking.ts';
import { areaText, orBlank, yuanText } from '../shared/format.ts';
import type { RankedLine } from './rankingLines.ts';

export interface RankingActions {
  readonly toRank: (index: number, rank: number) => void;
  readonly toIndex: (from: number, to: number) => void;
  readonly select: (index: number, selected: boolean) => void;
  readonly explain: (index: number, reason: string) => void;
}

const Merits = ({ line }: { readonly line: RankedLine }) => (
  <>
    {line.candidate.merits.map(({ criterion, points, why }) => (
      <div key={criterion}>
        {CRITERIA[criterion].label} {points}/{CRITERIA[criterion].max}：{why}
      </div>
    ))}
  </>
);

function RankCell({ line, index, last, actions }: CellProps) {
  const { name } = line.candidate;
  const take = (field: EventTarget): void => {
    const typed = field instanceof HTMLInputElement ? Number(field.value) : Number.NaN;
    if (Number.isInteger(typed) && typed > 0 && typed !== line.rank) actions.toRank(index, typed);
  };
  return (
    <Flex gap={4} align="center">
      <HolderOutlined className="drag-handle" aria-hidden />
      <InputNumber
        key={line.rank}
        className="rank-input"
        aria-label={`${name}的名次`}
        defaultValue={line.rank}
        min={1}
        max={9999}
        precision={0}
        controls={false}
        onPressEnter={(event) => take(event.target)}
        onBlur={(event) => take(event.target)}
      />
      <Flex vertical>
        <Button
          type="text"
          size="small"
          className="rank-step"
          aria-label={`${name}上移`}
          disabled={index === 0}
          icon={<ArrowUpOutlined />}
          onClick={() => actions.toIndex(index, index - 1)}
        />
        <Button
          type="text"
          size="small"
          className="rank-step"
          aria-label={`${name}下移`}
          disabled={index === last}
          icon={<ArrowDownOutlined />}
          onClick={() => actions.toIndex(index, index + 1)}
        />
      </Flex>
    </Flex>
  );
}

interface CellProps {
  readonly line: RankedLine;
  readonly index: number;
  readonly last: number;
  readonly actions: RankingActions;
}

/** antd counts rows from the top of a page; the actions count from the top of the list. */
type PlaceOf = (line: RankedLine) => number;

const columnsOf = (last: number, placeOf: PlaceOf, actions: RankingActions): ColumnsType<RankedLine> => [
  {
    title: '名次',
    width: 124,
    render: (_, line) => <RankCell line={line} index={placeOf(line)} last={last} actions={actions} />,
  },
  {
    title: '小作坊',
    width: 190,
    render: (_, { candidate, isMoved }) => (
      <>
        <div>{candidate.name}</div>
        <span className="quiet">业主 {candidate.ownerName}</span>
        {isMoved && <Tag className="removed-mark">与建议不同</Tag>}
      </>
    ),
  },
  {
    title: '得分',
    width: 62,
    align: 'right',
    render: (_, line) => (
      <Tooltip title={<Merits line={line} />} placement="right">
        <button type="button" className="link-like" aria-label={`${line.candidate.name}的得分明细`}>
          {line.candidate.points}
        </button>
      </Tooltip>
    ),
  },
  {
    title: '业主投入',
    width: 104,
    align: 'right',
    render: (_, one) => yuanText(one.candidate.plannedInvestment),
  },
  { title: '操作间', width: 80, align: 'right', render: (_, one) => areaText(one.candidate.operationArea) },
  {
    title: '持证/从业',
    width: 84,
    align: 'center',
    render: (_, { candidate }) =>
      candidate.staffCount === null
        ? orBlank(null)
        : `${candidate.healthCertificateCount ?? 0}/${candidate.staffCount}`,
  },
  {
    title: '荣誉；抽检处罚',
    width: 150,
    ellipsis: true,
    render: (_, { candidate }) => (
      <Tooltip title={`荣誉：${orBlank(candidate.honours)}；抽检处罚：${orBlank(candidate.penalties)}`}>
        <div className="one-line">{orBlank(candidate.honours)}</div>
        <div className="one-line quiet">{orBlank(candidate.penalties)}</div>
      </Tooltip>
    ),
  },
  {
    title: '结果',
    width: 92,
    align: 'center',
    render: (_, line) => (
      <Switch
        aria-label={`${line.candidate.name}入选`}
        checked={line.selected}
        checkedChildren="入选"
        unCheckedChildren="未入选"
        onChange={(next) => actions.select(placeOf(line), next)}
      />
    ),
  },
  {
    title: '理由',
    render: (_, line) => (
      <Input.TextArea
        aria-label={`${line.candidate.name}的理由`}
        className="grows"
        value={line.shownReason}
        maxLength={300}
        status={line.shownReason.trim() === '' ? 'warning' : ''}
        placeholder="名次与建议不同，请写明理由"
        onChange={(event) => actions.explain(placeOf(line), event.target.value)}
      />
    ),
  },
];

interface Props {
  readonly lines: readonly RankedLine[];
  readonly actions: RankingActions;
}

/** The candidates in order: drag a row, type its rank, or move it by the arrows; decide and say why. */
export function RankingTable({ lines, actions }: Props) {
  const dragged = useRef<number | null>(null);
  const places = useMemo(() => new Map(lines.map((line, index) => [line, index])), [lines]);
  const placeOf: PlaceOf = (line) => places.get(line) ?? 0;
  return (
    <Table<RankedLine>
      size="small"
      dataSource={[...lines]}
      rowKey={(line) => line.candidate.applicationId}
      columns={columnsOf(lines.length - 1, placeOf, actions)}
      pagination={lines.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
      scroll={{ x: 1090 }}
      onRow={(line) => {
        const index = placeOf(line);
        return {
          draggable: true,
          onDragStart: () => {
            dragged.current = index;
          },
          onDragOver: (event) => event.preventDefault(),
          onDrop: () => {
            if (dragged.current !== null) actions.toIndex(dragged.current, index);
            dragged.current = null;
          },
        };
      }}
    />
  );
}
