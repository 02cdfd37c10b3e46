/** Home addresses: when two texts name the same one, and when one is no secret (design §6.1). */

/** Digits with a dash between are a number of their own: 8-1号 is read 8之1号, not 81号. */
const DASHED = /(?<=\p{N})\p{Pd}(?=\p{N})/gu;

/** Letters and digits alone, full width to half: an address is found however it was typed, or broken over lines. */
export const condensedAddress = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(DASHED, '之')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

/** Shorter ones are told by anybody and tell nobody. */
export const SHORTEST_ADDRESS = 6;

/** Where thousands live: a 街道, a street, a town. A village or a 小区 is small enough to tell a home. */
const WHERE_MANY_LIVE = /(?:省|自治区|市|县|旗|盟|州|(?<!小)区|镇|乡|街道|办事处|街|路|巷|道)$/u;

const isTelling = (condensed: string): boolean =>
  [...condensed].length >= SHORTEST_ADDRESS && !WHERE_MANY_LIVE.test(condensed);

const ABOVE_TOWN =
  /^(?:\p{Script=Han}{2,7}?(?:省|自治区))?(?:\p{Script=Han}{2,7}?(?:市|州|盟|地区))?(?:\p{Script=Han}{1,7}?(?:县|(?<!小)区|旗|市))?/u;

/**
 * An address as it may stand in a text, condensed: whole, and without province, city and county where a number is left
 * that names the house. None where it names nobody's home.
 */
export function addressForms(address: string): readonly string[] {
  const whole = condensedAddress(address);
  if (!isTelling(whole)) return [];
  const local = whole.replace(ABOVE_TOWN, '');
  return local !== whole && isTelling(local) && /\p{N}/u.test(local) ? [whole, local] : [whole];
}

const isDigit = (text: string | undefined): boolean => text !== undefined && /^\p{N}$/u.test(text);

/** Whether a condensed text names the condensed address at this place, and not the house of a longer number. */
export function standsAt(text: string, address: string, at: number): boolean {
  const end = at + address.length;
  if (!text.startsWith(address, at)) return false;
  return !(isDigit(address[0]) && isDigit(text[at - 1])) && !(isDigit(address.at(-1)) && isDigit(text[end]));
}

/** Whether a condensed text names the condensed address anywhere. */
export function namesAddress(text: string, address: string): boolean {
  for (let at = text.indexOf(address); at >= 0; at = text.indexOf(address, at + 1)) {
    if (standsAt(text, address, at)) return true;
  }
  return false;
}

/**
 * Whether an address is public because one of these (condensed) says all of it: the place of a workshop is published
 * with its notice, so its words give nothing away, whoever lives there.
 */
export const isPublicAddress = (address: string, published: readonly string[]): boolean =>
  addressForms(address).some((form) => published.some((one) => namesAddress(one, form)));
