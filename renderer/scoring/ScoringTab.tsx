import { Tabs } from 'antd';
import { MeasuresTable } from './MeasuresTable.tsx';
import { ScoreTables } from './ScoreTables.tsx';
import './scoring.css';

/** 评分表与措施库: what self-checks and inspections are scored by, and what is usually done about a deduction. */
export const ScoringTab = () => (
  <Tabs
    size="small"
    items={[
      { key: 'tables', label: '评分表', children: <ScoreTables /> },
      { key: 'measures', label: '标准措施库', children: <MeasuresTable /> },
    ]}
  />
);
