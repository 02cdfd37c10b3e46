import { DatePicker, InputNumber } from 'antd';
import dayjs from 'dayjs';
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Area, formatArea } from '../../db/model/area.ts';
import { IsoDate } from '../../db/model/dates.ts';
import { Fen, formatYuan } from '../../db/model/money.ts';
import { type NumberRule, parseArea, parseDate, parseNumber, parseYuan } from './parse.ts';
import { useUnreadable } from './unreadable.ts';

/** Antd's Form hands `id`, `value` and `onChange` to these. */
interface FieldProps<T> {
  readonly id?: string;
  readonly value?: T | null;
  readonly onChange?: (value: T | null) => void;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
  readonly onBlur?: (event: FocusEvent<HTMLElement>) => void;
}

/** Enter, or Ctrl+S, which saves without leaving the field: what stands in it counts from then on. */
const isGiven = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === 'Enter' || ((ctrlKey || metaKey) && key.toLowerCase() === 's');

/** Text that cannot be read stays in its field; below it stands what is expected. */
function useHint(expected: string) {
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const unreadable = useMemo(() => (text === null ? null : { text, expected }), [text, expected]);
  const box = useUnreadable(unreadable);
  return {
    /** What cannot be read, or null. */
    tell: setText,
    props: text === null ? {} : { status: 'error' as const, 'aria-describedby': id, 'aria-invalid': true },
    around: (field: ReactNode) => (
      <div ref={box}>
        {field}
        {text !== null && (
          <div id={id} role="alert" className="field-hint">
            {expected}
          </div>
        )}
      </div>
    ),
  };
}

interface Unit<T> {
  readonly suffix: string;
  readonly expected: string;
  readonly parse: (text: string) => T | null | undefined;
  readonly check: (value: number) => T | undefined;
  readonly show: (value: T) => string;
}

const YUAN: Unit<Fen> = {
  suffix: '元',
  expected: '请填写金额，例如 12345.67 或 1.5万',
  parse: parseYuan,
  check: (value) => Fen.safeParse(value).data,
  show: formatYuan,
};

const SQUARE_METRES: Unit<Area> = {
  suffix: '㎡',
  expected: '请填写面积，例如 36.5',
  parse: parseArea,
  check: (value) => Area.safeParse(value).data,
  show: formatArea,
};

/** Antd's number field over the stored integer: what is typed and shown is in the unit of the paper. */
function UnitInput<T extends number>({
  unit,
  value = null,
  onChange,
  onBlur,
  ...rest
}: FieldProps<T> & { unit: Unit<T> }) {
  const hint = useHint(unit.expected);
  // Written while antd reads the text and used when it shows it: a state would come one drawing too late.
  const unread = useRef<string | null>(null);
  const known = useRef(value);
  if (known.current !== value) {
    known.current = value;
    unread.current = null;
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another value has come, from the clerk or from outside
  useEffect(() => hint.tell(null), [value]);
  const shown = (stored: string | number | undefined): string => {
    const checked = stored === undefined || stored === '' ? undefined : unit.check(Number(stored));
    return checked === undefined ? '' : unit.show(checked);
  };
  const read = (text = ''): number | string => {
    const parsed = unit.parse(text);
    unread.current = parsed === undefined ? text : null;
    // An emptied field must be handed on as empty: for NaN the old figure would come back unseen.
    return parsed === null ? '' : (parsed ?? Number.NaN);
  };
  return hint.around(
    <InputNumber<number | string>
      {...rest}
      {...hint.props}
      className="full-width"
      value={value}
      min={0}
      controls={false}
      suffix={unit.suffix}
      formatter={(stored, { userTyping, input }) => (userTyping ? input : (unread.current ?? shown(stored)))}
      parser={read}
      onInput={() => unread.current === null && hint.tell(null)}
      onKeyDown={(event) => isGiven(event) && hint.tell(unread.current)}
      onBlur={(event) => {
        hint.tell(unread.current);
        onBlur?.(event);
      }}
      onChange={(next) => onChange?.(next === null ? null : (unit.check(Number(next)) ?? null))}
    />,
  );
}

/** An amount in 元; its value is integer 分. `1.5万` may be typed. */
export const MoneyInput = (props: FieldProps<Fen>) => <UnitInput unit={YUAN} {...props} />;

/** An area in ㎡; its value is integer 0.01 ㎡. */
export const AreaInput = (props: FieldProps<Area>) => <UnitInput unit={SQUARE_METRES} {...props} />;

type PlainNumber = NumberRule & { readonly example?: string };

const unitOf = (rule: PlainNumber): Unit<number> => ({
  suffix: rule.suffix,
  expected: `请填写${rule.min}至${rule.max}的${rule.decimals ? '数' : '整数'}，例如 ${rule.example ?? rule.max}`,
  parse: (text) => parseNumber(text, rule),
  check: (value) => (value >= rule.min && value <= rule.max ? value : undefined),
  show: String,
});

/** A count, a percentage, a score. What it does not take stays in the field with a hint, and is never cut to size. */
export const NumberInput = ({ rule, ...props }: FieldProps<number> & { readonly rule: PlainNumber }) => (
  <UnitInput unit={unitOf(rule)} {...props} />
);

/**
 * Only full-length spellings: the picker takes a text the moment it matches, so YYYY.M.D would make 2021.8.3 of a
 * 2021.8.31 before its last figure is typed. Other spellings are read when the field is left.
 */
const DATE_FORMATS = ['YYYY-MM-DD', 'YYYYMMDD'];

const textOf = (element: EventTarget): string => (element instanceof HTMLInputElement ? element.value : '');

const typedIn = (element: EventTarget): IsoDate | undefined =>
  element instanceof HTMLInputElement ? (parseDate(element.value) ?? undefined) : undefined;

/** The text in the field where it is no day, else null. */
const noDayIn = (element: EventTarget): string | null =>
  element instanceof HTMLInputElement && parseDate(element.value) === undefined ? element.value : null;

/** A calendar day; 2021.4.5 and 2021年4月5日 may be typed. */
export function DateInput({
  value = null,
  onChange,
  onBlur,
  placeholder = '如 2021-04-05',
  ...rest
}: FieldProps<IsoDate>) {
  const hint = useHint('请填写日期，例如 2021-04-05');
  const [round, setRound] = useState(0);
  /** What the field showed when it was entered. A day given to it since then is not to be overwritten by that. */
  const entered = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another value has come, from the clerk or from outside
  useEffect(() => hint.tell(null), [value]);
  const take = (element: EventTarget): void => {
    const typed = typedIn(element);
    const text = textOf(element);
    if (typed === undefined || text === entered.current) return;
    entered.current = text;
    if (typed !== value) onChange?.(typed);
    // The same day spelled in a way the picker does not know: it would go on showing that.
    else if (text !== value) setRound(round + 1);
  };
  return hint.around(
    <DatePicker
      key={round}
      {...rest}
      {...hint.props}
      className="full-width"
      placeholder={placeholder}
      format={DATE_FORMATS}
      preserveInvalidOnBlur
      // Else the day the mouse happens to rest on stands in the field, and is taken when the field is left.
      previewValue={false}
      value={value === null ? null : dayjs(value)}
      onChange={(next) => onChange?.(next ? IsoDate.parse(next.format('YYYY-MM-DD')) : null)}
      onFocus={(event) => {
        entered.current = textOf(event.target);
      }}
      onKeyDown={(event) => {
        if (!isGiven(event)) return;
        take(event.target);
        hint.tell(noDayIn(event.target));
      }}
      onBlur={(event) => {
        take(event.target);
        hint.tell(noDayIn(event.target));
        onBlur?.(event);
      }}
    />,
  );
}
