import { customPinyin, pinyin } from 'pinyin-pro';

/** Characters of names that the library's table leaves out. */
customPinyin({ 𠮷: 'jí', 𪚥: 'zhé' });

const cache = new Map<string, string>();

/** Pinyin initials, lower case: `示例豆腐坊` → `sldff`. Letters and digits stay; computed once for each text. */
export function initialsOf(text: string): string {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const initials = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .replace(/\s/g, '')
    .toLowerCase();
  cache.set(text, initials);
  return initials;
}

/** Has the dictionary laid out, which takes the first text a moment: for a time when nobody waits. */
export const prepareInitials = (): void => void initialsOf('示例');
