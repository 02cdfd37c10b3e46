import { z } from 'zod';
import { ok, problem, type Result, refuse } from './problems.ts';

/**
 * The recovery code: 8 groups of 4 Crockford base32 characters, e.g. `7K3M-…`. Three characters of a group carry
 * the secret (120 bits in all, stretched by scrypt), the fourth checks the group and its place, so that a slip
 * made while typing from paper is named by its group before the key is even tried.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 8;
const SECRET_PER_GROUP = 3;
const GROUP_LENGTH = SECRET_PER_GROUP + 1;
const LENGTH = GROUPS * GROUP_LENGTH;

/** How many random bytes make a code: one for each secret character. */
export const RECOVERY_CODE_RANDOM_BYTES = GROUPS * SECRET_PER_GROUP;

const digitOf = (character: string): number => ALPHABET.indexOf(character);

/** Multiplication by x in GF(32), modulus x⁵+x²+1. */
const timesX = (value: number): number => {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
};

/** Differs for every single wrong character, every swap of two characters, and every misplaced group. */
function checkCharacter(secret: string, group: number): string {
  const sum = [...secret].reduceRight((rest, character) => timesX(rest ^ digitOf(character)), 0);
  return ALPHABET.charAt(sum ^ group);
}

const groupsOf = (characters: string): readonly string[] =>
  Array.from({ length: GROUPS }, (_, group) =>
    characters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH),
  );

const isSound = (text: string, group: number): boolean =>
  text.charAt(SECRET_PER_GROUP) === checkCharacter(text.slice(0, SECRET_PER_GROUP), group);

/** The code in its one canonical spelling: 32 characters without separators. A secret: never logged, never in a message. */
export const RecoveryCode = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{32}$/)
  .refine((text) => groupsOf(text).every(isSound))
  .brand<'RecoveryCode'>();
export type RecoveryCode = z.infer<typeof RecoveryCode>;

/** Spells random bytes as a code; five bits of each byte are used. */
export function recoveryCodeFrom(random: Uint8Array): RecoveryCode {
  const secret = [...random.slice(0, RECOVERY_CODE_RANDOM_BYTES)]
    .map((byte) => ALPHABET.charAt(byte & 31))
    .join('');
  const groups = Array.from({ length: GROUPS }, (_, group) => {
    const part = secret.slice(group * SECRET_PER_GROUP, (group + 1) * SECRET_PER_GROUP);
    return part + checkCharacter(part, group);
  });
  return RecoveryCode.parse(groups.join(''));
}

/** As printed on the recovery sheet: `XXXX-XXXX-…`. */
export const formatRecoveryCode = (code: RecoveryCode): string => groupsOf(code).join('-');

/** Full width, lower case, separators and look-alike letters are all forgiven. */
const canonical = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.,:;·。，、；：]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

const groupNumbers = (faulty: readonly number[]): string =>
  `第${faulty.map((group) => group + 1).join('、')}组`;

/** Reads what a person typed or a key file holds. The answer names the faulty group, never its characters. */
export function parseRecoveryCode(text: string): Result<RecoveryCode> {
  const characters = [...canonical(text)];
  if (characters.length !== LENGTH) {
    return refuse(
      problem(
        'key.length',
        `恢复码应为${GROUPS}组、每组${GROUP_LENGTH}个字符，共${LENGTH}个字符，现有${characters.length}个字符，请核对。`,
        {
          found: `${characters.length}个字符`,
          expected: `${LENGTH}个字符`,
        },
      ),
    );
  }
  const groups = groupsOf(characters.map((one) => (ALPHABET.includes(one) ? one : '?')).join(''));
  const foreign = groups.flatMap((group, index) => (group.includes('?') ? [index] : []));
  if (foreign.length > 0) {
    return refuse(
      problem(
        'key.character',
        `恢复码${groupNumbers(foreign)}含有不会出现的字符（恢复码只用数字和字母，不用字母U），请核对。`,
      ),
    );
  }
  const unsound = groups.flatMap((group, index) => (isSound(group, index) ? [] : [index]));
  if (unsound.length > 0) {
    return refuse(problem('key.group', `恢复码${groupNumbers(unsound)}录入有误，请对照恢复单逐字核对。`));
  }
  return ok(RecoveryCode.parse(groups.join('')));
}
