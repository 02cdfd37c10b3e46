import { Checkbox, Flex, InputNumber, Radio, Select } from 'antd';
import type { PrintableWorkshop, PrintOptions } from '../../db/model/contract/printRoom.ts';
import {
  COPY_ORDERS,
  MAX_COPIES,
  PRINT_ORDERS,
  type PrintSettings,
  WORKSHOP_SHEETS,
  type WorkshopSheet,
} from '../../db/model/printing.ts';
import { keysOf } from '../../db/model/terms.ts';
import { keyOfPaper, sheetCounts } from './printChoice.ts';

interface Props {
  readonly workshops: readonly PrintableWorkshop[];
  readonly settings: PrintSettings;
  readonly onSettings: (settings: PrintSettings) => void;
  readonly officePapers: PrintOptions['officePapers'];
  /** By `keyOfPaper`. */
  readonly chosenOfficePapers: readonly string[];
  readonly onOfficePapers: (chosen: readonly string[]) => void;
}

const options = <Key extends string>(labels: Readonly<Record<Key, string>>) =>
  keysOf(labels).map((value) => ({ value, label: labels[value] }));

function Sheets({ workshops, settings, onSettings }: Props) {
  const none = workshops.length === 0;
  return (
    <fieldset className="print-choice">
      <legend>各家材料</legend>
      {none && <p className="quiet">在列表中勾选小作坊后，显示各能打印几份</p>}
      <Checkbox.Group<WorkshopSheet>
        className="print-sheets"
        value={[...settings.sheets]}
        onChange={(sheets) => onSettings({ ...settings, sheets })}
        options={sheetCounts(workshops).map(({ sheet, count }) => ({
          value: sheet,
          label: none ? WORKSHOP_SHEETS[sheet] : `${WORKSHOP_SHEETS[sheet]}　${count}份`,
          disabled: !none && count === 0 && !settings.sheets.includes(sheet),
        }))}
      />
    </fieldset>
  );
}

function YearPapers({ officePapers, chosenOfficePapers, onOfficePapers }: Props) {
  if (officePapers.length === 0) return null;
  return (
    <fieldset className="print-choice">
      <legend>全年材料</legend>
      <Select<string[]>
        mode="multiple"
        className="full-width"
        aria-label="全年材料"
        placeholder="公示、名单、汇总表等，可多选"
        optionFilterProp="label"
        value={[...chosenOfficePapers]}
        onChange={onOfficePapers}
        options={officePapers.map(({ ref, title }) => ({ value: keyOfPaper(ref), label: title }))}
      />
    </fieldset>
  );
}

function Layout({ settings, onSettings }: Props) {
  const { order, duplex, copies, copyOrder } = settings;
  return (
    <fieldset className="print-choice">
      <legend>怎样打印</legend>
      <Flex vertical gap={8}>
        <Radio.Group
          aria-label="排列"
          value={order}
          options={options(PRINT_ORDERS)}
          onChange={(event) => onSettings({ ...settings, order: event.target.value })}
        />
        <Checkbox
          checked={duplex}
          onChange={(event) => onSettings({ ...settings, duplex: event.target.checked })}
        >
          双面打印：每份从正面开始
        </Checkbox>
        <label className="print-copies" htmlFor="print-copies">
          份数
          <InputNumber
            id="print-copies"
            min={1}
            max={MAX_COPIES}
            precision={0}
            value={copies}
            onChange={(value) => onSettings({ ...settings, copies: value ?? 1 })}
          />
        </label>
        {copies > 1 && (
          <Radio.Group
            aria-label="多份的顺序"
            value={copyOrder}
            options={options(COPY_ORDERS)}
            onChange={(event) => onSettings({ ...settings, copyOrder: event.target.value })}
          />
        )}
      </Flex>
    </fieldset>
  );
}

/** What is printed and how; remembered for the next time. */
export const PrintChoices = (props: Props) => (
  <>
    <Sheets {...props} />
    <YearPapers {...props} />
    <Layout {...props} />
  </>
);
