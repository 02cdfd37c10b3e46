import { Flex, Radio } from 'antd';
import {
  ColumnUnit,
  type ImportChoices,
  type ImportColumn,
  type Quantity,
  UNITS_OF,
} from '../../db/model/importTypes.ts';

interface Props {
  readonly columns: readonly ImportColumn[];
  readonly choices: ImportChoices;
  readonly onChoose: (change: Partial<ImportChoices>) => void;
}

const WORDS: Readonly<Record<Quantity, string>> = { money: '金额', area: '面积' };

/** 元 or 万元, ㎡ or 亩, asked once for each column that nowhere says; never guessed. */
export function UnitQuestions({ columns, choices, onChoose }: Props) {
  const asked = columns.flatMap((column) => {
    const { unit } = column;
    return unit && (unit.source === 'ask' || unit.source === 'clerk') ? [{ ...column, unit }] : [];
  });
  if (asked.length === 0) return null;
  return (
    <section className="panel questions" aria-label="没有写明的单位">
      {asked.map((column) => (
        <Flex key={column.index} gap={12} align="center" wrap>
          <span>
            “{column.header}”（{column.letter}列）的{WORDS[column.unit.quantity]}，如{' '}
            {column.samples.join('、')}，单位是
          </span>
          <Radio.Group
            aria-label={`${column.header}的单位`}
            optionType="button"
            value={column.unit.unit}
            options={UNITS_OF[column.unit.quantity].map((value) => ({ value, label: value }))}
            onChange={({ target }) => {
              const unit = ColumnUnit.safeParse(target.value);
              if (unit.success) onChoose({ units: { ...choices.units, [column.index]: unit.data } });
            }}
          />
        </Flex>
      ))}
    </section>
  );
}
