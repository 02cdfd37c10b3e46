import type { PrivatePatch } from '../model/application.ts';
import { type Change, privateChange } from '../model/changes.ts';
import type { MaskedPrivate, PrivateField } from '../model/contract/workshops.ts';
import { maskNumber } from '../model/privateNumbers.ts';
import type { Office } from '../office.ts';
import type { workshop } from '../schema.ts';

/** The private columns of a workshop, as they lie in the table. */
type SealedColumns = Pick<
  typeof workshop.$inferSelect,
  'idNumberSealed' | 'phoneSealed' | 'homeAddressSealed' | 'idNumberPrint'
>;

const context = (field: PrivateField): string => `workshop.${field}`;

const sealedColumn = {
  idNumber: 'idNumberSealed',
  phone: 'phoneSealed',
  homeAddress: 'homeAddressSealed',
} as const;

/** By which the same ID number is found without opening any. */
export const fingerprintOfId = (office: Office, idNumber: string): string =>
  office.vault.fingerprint(idNumber, 'idNumber');

/** Columns to write; a field left out of `values` is left out of the columns, null clears it. */
export function sealPrivate(office: Office, values: PrivatePatch): Partial<SealedColumns> {
  const sealed = (field: PrivateField, value: string | null): string | null =>
    value === null || value === '' ? null : office.vault.seal(value, context(field));
  return {
    ...(values.idNumber === undefined
      ? {}
      : {
          idNumberSealed: sealed('idNumber', values.idNumber),
          idNumberPrint: values.idNumber === null ? null : fingerprintOfId(office, values.idNumber),
        }),
    ...(values.phone === undefined ? {} : { phoneSealed: sealed('phone', values.phone) }),
    ...(values.homeAddress === undefined
      ? {}
      : { homeAddressSealed: sealed('homeAddress', values.homeAddress) }),
  };
}

/** One private value in the clear: the caller logs why. */
export function unsealField(office: Office, row: SealedColumns, field: PrivateField): string | null {
  const sealed = row[sealedColumn[field]];
  return sealed === null ? null : office.vault.unseal(sealed, context(field));
}

const maskAddress = (address: string): string => `${[...address].slice(0, 6).join('')}******`;

/** The private numbers as they are shown. */
export function maskedPrivate(office: Office, row: SealedColumns): MaskedPrivate {
  const masked = (field: PrivateField, mask: (value: string) => string): string | null => {
    const value = unsealField(office, row, field);
    return value === null ? null : mask(value);
  };
  return {
    idNumber: masked('idNumber', maskNumber),
    phone: masked('phone', maskNumber),
    homeAddress: masked('homeAddress', maskAddress),
  };
}

const PRIVATE_FIELDS = [
  { field: 'idNumber', label: '身份证号码', mask: maskNumber },
  { field: 'phone', label: '联系电话', mask: maskNumber },
  { field: 'homeAddress', label: '家庭住址', mask: maskAddress },
] as const;

/** What a patch changes of the owner's numbers, masked on both sides. */
export const privateChanges = (
  office: Office,
  before: SealedColumns,
  patch: PrivatePatch,
): readonly Change[] =>
  PRIVATE_FIELDS.flatMap(({ field, label, mask }) => {
    const after = patch[field];
    if (after === undefined) return [];
    return privateChange(label, unsealField(office, before, field), after === '' ? null : after, mask);
  });
