import { columnLetters, columnNumber, parseRef } from './refs.ts';

/** A cell's value by its address; `undefined` for what cannot be told, `null` for an empty cell. */
export type ValueAt = (address: string) => number | string | null | undefined;

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|([A-Z]+)\(|(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)|([-+*/(),]))/gy;

type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'call'; readonly name: string }
  | { readonly kind: 'range'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string };

function tokensOf(formula: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  const text = formula.trim();
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) return undefined;
    const [, number, name, range, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (name !== undefined) tokens.push({ kind: 'call', name });
    else if (range !== undefined) tokens.push({ kind: 'range', text: range });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
  }
  return tokens;
}

/** The addresses a range covers. */
function cellsOf(range: string): readonly string[] {
  const [first = '', last = first] = range.split(':');
  const [from, to] = [parseRef(first), parseRef(last)];
  if (!from || !to) return [];
  const [left, right] = [columnNumber(from.column), columnNumber(to.column)];
  const rows = Array.from({ length: to.row - from.row + 1 }, (_, index) => from.row + index);
  const columns = Array.from({ length: right - left + 1 }, (_, index) => columnLetters(left + index));
  return rows.flatMap((row) => columns.map((column) => `${column}${row}`));
}

const FUNCTIONS: Readonly<Record<string, (values: readonly (number | string | null)[]) => number>> = {
  SUM: (values) => numbersIn(values).reduce((sum, one) => sum + one, 0),
  COUNT: (values) => numbersIn(values).length,
  COUNTA: (values) => values.filter((one) => one !== null).length,
};

const numbersIn = (values: readonly (number | string | null)[]): readonly number[] =>
  values.filter((one) => typeof one === 'number');

class Unknown extends Error {}
const unknown = (): never => {
  throw new Unknown();
};

/** Sums, counts and the four operations: what an office writes below a list. */
class Evaluator {
  private readonly tokens: readonly Token[];
  private readonly valueAt: ValueAt;
  private next = 0;

  constructor(tokens: readonly Token[], valueAt: ValueAt) {
    this.tokens = tokens;
    this.valueAt = valueAt;
  }

  whole(): number {
    const value = this.sum();
    return this.next === this.tokens.length ? value : unknown();
  }

  private takes(...signs: readonly string[]): string | undefined {
    const token = this.tokens[this.next];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined;
    this.next += 1;
    return token.text;
  }

  private sum(): number {
    let value = this.product();
    for (let sign = this.takes('+', '-'); sign; sign = this.takes('+', '-'))
      value = sign === '+' ? value + this.product() : value - this.product();
    return value;
  }

  private product(): number {
    let value = this.factor();
    for (let sign = this.takes('*', '/'); sign; sign = this.takes('*', '/')) {
      const other = this.factor();
      value = sign === '*' ? value * other : value / (other === 0 ? unknown() : other);
    }
    return value;
  }

  private factor(): number {
    if (this.takes('-')) return -this.factor();
    if (this.takes('(')) {
      const value = this.sum();
      return this.takes(')') ? value : unknown();
    }
    const token = this.tokens[this.next];
    this.next += 1;
    if (token?.kind === 'number') return token.value;
    if (token?.kind === 'range' && !token.text.includes(':')) return this.single(token.text);
    if (token?.kind === 'call') return this.call(token.name);
    return unknown();
  }

  private single(text: string): number {
    const value = this.valueOf(text.replaceAll('$', ''));
    if (value === null) return 0;
    return typeof value === 'number' ? value : unknown();
  }

  private valueOf(address: string): number | string | null {
    const value = this.valueAt(address);
    return value === undefined ? unknown() : value;
  }

  private call(name: string): number {
    const apply = FUNCTIONS[name] ?? unknown();
    const values: (number | string | null)[] = [];
    do {
      const token = this.tokens[this.next];
      const follows = this.tokens[this.next + 1];
      if (token?.kind === 'range' && follows?.kind === 'sign' && /[,)]/.test(follows.text)) {
        this.next += 1;
        values.push(...cellsOf(token.text).map((address) => this.valueOf(address)));
      } else values.push(this.sum());
    } while (this.takes(','));
    return this.takes(')') ? apply(values) : unknown();
  }
}

const rounded = (value: number): number => Math.round(value * 1e8) / 1e8;

/** What a formula comes to; `undefined` where it is beyond this: the program that opens the file works it out. */
export function evaluate(formula: string, valueAt: ValueAt): number | undefined {
  const tokens = tokensOf(formula.toUpperCase());
  if (!tokens) return undefined;
  try {
    return rounded(new Evaluator(tokens, valueAt).whole());
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}
