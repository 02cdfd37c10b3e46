/** Home addresses: when two texts name the same one, and when one is no secret (design §6.1). */

/** Digits with a dash between are a number of their own: 8-1号 is read 8之1号, not 81号. */
const DASHED = /(?<=\p{N})\p{Pd}(?=\p{N})/gu;

/** Letters and digits alone, full width to half: an address is found however it was typed, or broken over lines. */
const condensedAddress = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(DASHED, '之')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

/** Shorter ones are told by anybody and tell nobody. */
const SHORTEST_ADDRESS = 6;

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
function standsAt(text: string, address: string, at: number): boolean {
  const end = at + address.length;
  if (!text.startsWith(address, at)) return false;
  return !(isDigit(address[0]) && isDigit(text[at - 1])) && !(isDigit(address.at(-1)) && isDigit(text[end]));
}

/** Forms of addresses by how they end, so that looking for all addresses of a county costs no more than for one. */
export type AddressIndex = ReadonlyMap<string, readonly string[]>;

export function addressIndex(addresses: readonly string[]): AddressIndex {
  const index = new Map<string, string[]>();
  for (const form of new Set(addresses.flatMap(addressForms))) {
    const end = form.slice(-SHORTEST_ADDRESS);
    const group = index.get(end);
    if (group) group.push(form);
    else index.set(end, [form]);
  }
  return index;
}

/** The indexed addresses that a text names, condensed. */
export function addressesIn(text: string, index: AddressIndex): ReadonlySet<string> {
  const found = new Set<string>();
  if (index.size === 0) return found;
  const whole = condensedAddress(text);
  for (let end = SHORTEST_ADDRESS; end <= whole.length; end++) {
    for (const address of index.get(whole.slice(end - SHORTEST_ADDRESS, end)) ?? []) {
      if (standsAt(whole, address, end - address.length)) found.add(address);
    }
  }
  return found;
}

/**
 * Whether an address is public because a published one says all of it (`named`: what the published ones name): the
 * place of a workshop is printed in its notice, so its words give nothing away, whoever lives there.
 */
export const isPublicAddress = (address: string, named: ReadonlySet<string>): boolean =>
  addressForms(address).some((form) => named.has(form));

/** Addresses but for those that published ones name. */
export function secretAddresses(
  addresses: readonly string[],
  published: readonly string[],
): readonly string[] {
  const index = addressIndex(addresses);
  const named = new Set(published.flatMap((text) => [...addressesIn(text, index)]));
  return addresses.filter((address) => !isPublicAddress(address, named));
}
