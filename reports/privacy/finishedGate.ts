import { isPublicAddress } from '../../db/model/homeAddress.ts';
import type { Paper, PaperFormat } from '../../db/model/papers.ts';
import { ok, type Problem, problem, type Result, refuse } from '../../db/model/problems.ts';
import { textsIn } from '../templates/texts.ts';
import { type FinishedTexts, finishedTexts } from './finishedText.ts';
import { publishedIn } from './privacyGate.ts';
import { numbersIn, storedAddressesIn, storedNumbersIn } from './storedPrivate.ts';

export interface FinishedFile {
  readonly bytes: Uint8Array;
  readonly format: PaperFormat;
  /** The record it was made from: the addresses it publishes are no secret. None where a template is looked at. */
  readonly paper: Paper | null;
}

/** What a file lets out and where, in the clerk's words; never the value itself. */
export interface Leak {
  readonly what: string;
  /** A PDF has no places to name. */
  readonly where?: string;
}

const MOBILE_DIGITS = 11;

/** A number broken over lines or out of sight; a short one might come about by chance there. */
const hasLongNumber = (texts: readonly string[], stored: ReadonlySet<string>): boolean =>
  [...numbersIn(texts, stored)].some((one) => one.length >= MOBILE_DIGITS);

function leakOf(
  { texts, joined, names }: FinishedTexts,
  stored: ReadonlySet<string>,
  published: readonly string[],
): string | undefined {
  if (storedNumbersIn(texts, stored) > 0 || hasLongNumber([...joined, ...names], stored))
    return '身份证号、手机号或银行卡号';
  const named = storedAddressesIn(published, stored);
  const addresses = [...storedAddressesIn([...texts, ...joined, ...names], stored)];
  return addresses.some((one) => !isPublicAddress(one, named)) ? '业主家庭住址' : undefined;
}

/** Reads a finished file back and compares it with what is stored (design §6.1). */
export async function leakIn(file: FinishedFile, stored: ReadonlySet<string>): Promise<Leak | undefined> {
  const published = file.paper ? publishedIn(file.paper) : [];
  const what = leakOf(await finishedTexts(file.bytes, file.format), stored, published);
  if (what === undefined) return undefined;
  if (file.format === 'pdf') return { what };
  const isLeaking = (text: string): boolean =>
    leakOf({ texts: [text], joined: [], names: [], properties: [] }, stored, published) !== undefined;
  const place = textsIn(file.bytes, file.format).find(({ text }) => isLeaking(text));
  return place ? { what, where: place.where } : { what };
}

const stopped = ({ what, where }: Leak): Problem =>
  problem(
    'privacy.finishedFile',
    `生成的文件${where === undefined ? '' : `（${where}）`}中有系统登记的${what}，没有交出文件，请核对材料内容后重试`,
    where === undefined ? {} : { field: where },
  );

/** Whatever way a number or a home address came onto a paper, the file does not leave. */
export async function checkFinished(file: FinishedFile, stored: ReadonlySet<string>): Promise<Result<void>> {
  const leak = await leakIn(file, stored);
  return leak ? refuse(stopped(leak)) : ok(undefined);
}

/** A paper meant for private numbers has them on its pages, never in its properties, which any folder shows. */
export async function checkProperties(
  { bytes, format }: Pick<FinishedFile, 'bytes' | 'format'>,
  stored: ReadonlySet<string>,
): Promise<Result<void>> {
  const { properties } = await finishedTexts(bytes, format);
  const what = leakOf({ texts: properties, joined: [], names: [], properties }, stored, []);
  return what === undefined ? ok(undefined) : refuse(stopped({ what, where: '文件属性' }));
}
