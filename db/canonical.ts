import { createHash } from 'node:crypto';
import { checkCode } from './model/checkCode.ts';

/**
 * The one JSON text of a value (RFC 8785): keys in the order of their UTF-16 code units, no white space, strings
 * exactly as they are. Equal records give equal bytes, so that a hash stands for the record. What JSON cannot carry
 * faithfully (NaN, a Date, half a surrogate pair) is a bug of the caller and throws.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isPlainObject(value)) return canonicalObject(value);
  throw new Error(`Not a JSON value: ${Object.prototype.toString.call(value)}`);
}

/** The identity of a record: the SHA-256 of its canonical text, and the code that is printed on its paper. */
export function digestOf(value: unknown): { readonly sha256: string; readonly code: string } {
  const sha256 = createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
  return { sha256, code: checkCode(sha256) };
}

function canonicalString(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new Error('Half of a surrogate pair has no JSON text');
  return JSON.stringify(text);
}

function canonicalNumber(number: number): string {
  if (!Number.isFinite(number)) throw new Error(`Not a JSON number: ${number}`);
  return JSON.stringify(number);
}

/** A property that is `undefined` is absent, as in `JSON.stringify`. */
function canonicalObject(object: Readonly<Record<string, unknown>>): string {
  const members = Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort()
    .map((key) => `${canonicalString(key)}:${canonicalJson(object[key])}`);
  return `{${members.join(',')}}`;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
