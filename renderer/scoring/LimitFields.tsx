import { Flex, InputNumber, Select } from 'antd';
import { ABSENCES, type ScoreLimits } from '../../db/model/scoring/table.ts';
import { keysOf } from '../../db/model/terms.ts';

interface Props {
  readonly limits: ScoreLimits;
  readonly disabled: boolean;
  readonly onChange: (limits: ScoreLimits) => void;
}

const LIMITS = [
  { key: 'key', label: '关键项' },
  { key: 'major', label: '重点项' },
  { key: 'others', label: '重点项和一般项合计' },
] as const;

/** How many failures a table allows, and what 合理缺项 does to the sum. */
export const LimitFields = ({ limits, disabled, onChange }: Props) => (
  <Flex gap={16} wrap align="center">
    {LIMITS.map(({ key, label }) => (
      <Flex key={key} gap={6} align="center">
        <span>{label}最多不符合</span>
        <InputNumber
          aria-label={`${label}最多不符合`}
          className="limit-input"
          min={0}
          max={999}
          precision={0}
          suffix="项"
          placeholder="不限"
          disabled={disabled}
          value={limits[key]}
          onChange={(value) => onChange({ ...limits, [key]: value })}
        />
      </Flex>
    ))}
    <Flex gap={6} align="center">
      <span>合理缺项</span>
      <Select
        aria-label="合理缺项"
        className="absence-select"
        disabled={disabled}
        value={limits.absence}
        options={keysOf(ABSENCES).map((value) => ({ value, label: ABSENCES[value] }))}
        onChange={(absence) => onChange({ ...limits, absence })}
      />
    </Flex>
  </Flex>
);
