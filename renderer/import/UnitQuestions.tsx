import { Flex, Radio } from 'antd';
import { type ImportChoices, type ImportColumn, MoneyUnit } from '../../db/model/importTypes.ts';

interface Props {
  readonly columns: readonly ImportColumn[];
  readonly choices: ImportChoices;
  readonly onChoose: (change: Partial<ImportChoices>) => void;
}

/** 元 or 万元, asked once for each money column that nowhere says; never guessed. */
export function UnitQuestions({ columns, choices, onChoose }: Props) {
  const asked = columns.filter(({ unit }) => unit?.source === 'ask' || unit?.source === 'clerk');
  if (asked.length === 0) return null;
  return (
    <section className="panel questions" aria-label="金额单位">
      {asked.map((column) => (
        <Flex key={column.index} gap={12} align="center" wrap>
          <span>
            “{column.header}”（{column.letter}列）的金额，如 {column.samples.join('、')}，单位是
          </span>
          <Radio.Group
            aria-label={`${column.header}的单位`}
            optionType="button"
            value={column.unit?.unit}
            options={MoneyUnit.options.map((value) => ({ value, label: value }))}
            onChange={({ target }) => {
              const unit = MoneyUnit.safeParse(target.value);
              if (unit.success)
                onChoose({ moneyUnits: { ...choices.moneyUnits, [column.index]: unit.data } });
            }}
          />
        </Flex>
      ))}
    </section>
  );
}
