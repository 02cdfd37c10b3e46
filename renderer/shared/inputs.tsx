import { DatePicker, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useRef, useState } from 'react';
import { Area, formatArea } from '../../db/model/area.ts';
import { IsoDate } from '../../db/model/dates.ts';
import { Fen, formatYuan } from '../../db/model/money.ts';
import { parseArea, parseDate, parseYuan } from './parse.ts';

/** Antd's Form hands `id`, `value` and `onChange` to these. */
interface FieldProps<T> {
  readonly id?: string;
  readonly value?: T | null;
  readonly onChange?: (value: T | null) => void;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
}

interface Unit<T> {
  readonly suffix: string;
  readonly parse: (text: string) => T | null | undefined;
  readonly check: (value: number) => T | undefined;
  readonly show: (value: T) => string;
}

const YUAN: Unit<Fen> = {
  suffix: '元',
  parse: parseYuan,
  check: (value) => Fen.safeParse(value).data,
  show: formatYuan,
};

const SQUARE_METRES: Unit<Area> = {
  suffix: '㎡',
  parse: parseArea,
  check: (value) => Area.safeParse(value).data,
  show: formatArea,
};

/** Antd's number field over the stored integer: what is typed and shown is in the unit of the paper. */
function UnitInput<T extends number>({
  unit,
  value = null,
  onChange,
  ...rest
}: FieldProps<T> & { unit: Unit<T> }) {
  const shown = (stored: string | number | undefined): string => {
    const checked = stored === undefined || stored === '' ? undefined : unit.check(Number(stored));
    return checked === undefined ? '' : unit.show(checked);
  };
  return (
    <InputNumber<number | string>
      {...rest}
      className="full-width"
      value={value}
      min={0}
      controls={false}
      suffix={unit.suffix}
      formatter={(stored, { userTyping, input }) => (userTyping ? input : shown(stored))}
      // An emptied field must be handed on as empty: for NaN the old figure would come back unseen.
      parser={(text) => ((text ?? '').trim() === '' ? '' : (unit.parse(text ?? '') ?? Number.NaN))}
      onChange={(next) => onChange?.(next === null ? null : (unit.check(Number(next)) ?? null))}
    />
  );
}

/** An amount in 元; its value is integer 分. `1.5万` may be typed. */
export const MoneyInput = (props: FieldProps<Fen>) => <UnitInput unit={YUAN} {...props} />;

/** An area in ㎡; its value is integer 0.01 ㎡. */
export const AreaInput = (props: FieldProps<Area>) => <UnitInput unit={SQUARE_METRES} {...props} />;

/**
 * Only full-length spellings: the picker takes a text the moment it matches, so YYYY.M.D would make 2021.8.3 of a
 * 2021.8.31 before its last figure is typed. Other spellings are read when the field is left.
 */
const DATE_FORMATS = ['YYYY-MM-DD', 'YYYYMMDD'];

const textOf = (element: EventTarget): string => (element instanceof HTMLInputElement ? element.value : '');

const typedIn = (element: EventTarget): IsoDate | undefined =>
  element instanceof HTMLInputElement ? (parseDate(element.value) ?? undefined) : undefined;

const isNoDay = (element: EventTarget): boolean =>
  element instanceof HTMLInputElement && parseDate(element.value) === undefined;

/** A calendar day; 2021.4.5 and 2021年4月5日 may be typed. */
export function DateInput({
  value = null,
  onChange,
  placeholder = '如 2021-04-05',
  ...rest
}: FieldProps<IsoDate>) {
  const [round, setRound] = useState(0);
  /** What the field showed when it was entered. A day given to it since then is not to be overwritten by that. */
  const entered = useRef('');
  const take = (element: EventTarget): void => {
    const typed = typedIn(element);
    const text = textOf(element);
    if (typed === undefined || typed === value || text === entered.current) return;
    entered.current = text;
    onChange?.(typed);
  };
  return (
    <DatePicker
      key={round}
      {...rest}
      className="full-width"
      placeholder={placeholder}
      format={DATE_FORMATS}
      value={value === null ? null : dayjs(value)}
      onChange={(next) => onChange?.(next ? IsoDate.parse(next.format('YYYY-MM-DD')) : null)}
      onFocus={(event) => {
        entered.current = textOf(event.target);
      }}
      onKeyDown={(event) => {
        // Ctrl+S saves before the field is left: what was typed must be taken first.
        const saves = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's';
        if (event.key === 'Enter' || saves) take(event.target);
      }}
      onBlur={(event) => {
        take(event.target);
        // What is no day goes, so that the field never shows anything but its value.
        if (isNoDay(event.target)) setRound(round + 1);
      }}
    />
  );
}
