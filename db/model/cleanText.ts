import { z } from 'zod';

/** Texts as they are stored and as they are looked for: typed with any keyboard, copied from anywhere. */

/** Nothing here to be cleaned; most texts are such, and imports are long. */
const CLEAN = /^[\x20-\x7e\n\u00b7\u3000-\u3020\u4e00-\u9fa5\uff01-\uff5e]*$/;

/** Marks nobody sees: soft hyphens, zero-width spaces, and those that turn the direction of a line. */
const UNSEEN =
  /(?:\u034f|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb])+/g;
/** Joiners mean something between letters that are joined, and nothing beside Chinese ones. */
const IDLE_JOINERS =
  /(?<=^|[\p{Script=Han}\p{ASCII}])[\u200c\u200d]+|[\u200c\u200d]+(?=$|[\p{Script=Han}\p{ASCII}])/gu;
/** A letter with its marks apart; no face has the marks alone. */
const COMPOSED_APART = /\p{Script=Latin}\p{M}+/gu;
const DOTS = '[\u2022\u2027\u2219\u22c5\u30fb\uff65]';
/** What keyboards type for the dot of 阿依古丽·示例, which is U+00B7. */
const NAME_DOT = new RegExp(`(?<=\\p{Script=Han})${DOTS}(?=\\p{Script=Han})`, 'gu');

/** A text without marks nobody sees, letters with their accents, names with the dot every other office searches for. */
export const cleanText = (text: string): string =>
  CLEAN.test(text)
    ? text
    : text
        .replace(UNSEEN, '')
        .replace(IDLE_JOINERS, '')
        .replace(COMPOSED_APART, (letter) => letter.normalize('NFC'))
        .replace(NAME_DOT, '·');

/** A text field of a record, cleaned as it is read. */
export const typedText = (max: number) =>
  z.string().overwrite(cleanText).trim().max(max, `不能超过${max}个字`);

const PLAIN = /^[\s\x21-\x2d\x2f-\x7e\u4e00-\u9fa5]*$/;
const ANY_DOT = new RegExp(`${DOTS}|(?<=\\p{Script=Han})\\.(?=\\p{Script=Han})`, 'gu');

/** What is compared in a search: neither width nor case, nor the kind of dot, nor a variant of a character counts. */
export const foldedText = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : cleanText(text)
        .normalize('NFKC')
        .toLowerCase()
        .replace(/\p{Variation_Selector}/gu, '')
        .replace(ANY_DOT, '·');
