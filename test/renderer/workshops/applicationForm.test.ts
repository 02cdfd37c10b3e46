import { describe, expect, test } from 'vitest';
import { newId, WorkshopId } from '../../../db/model/ids.ts';
import { APPLICATION_SECTIONS, fieldPath, labelOf } from '../../../renderer/workshops/applicationFields.ts';
import { applicantInput, EMPTY_VALUES, privateFault } from '../../../renderer/workshops/applicationForm.ts';

const filled = {
  ...EMPTY_VALUES,
  workshop: {
    ...EMPTY_VALUES.workshop,
    name: ' 示例豆腐坊 ',
    ownerName: '王一示',
    address: '示例镇一号路1号',
    products: '豆腐',
  },
};

describe('the application form', () => {
  test('shows every field of the record once, with a label', () => {
    const fields = APPLICATION_SECTIONS.flatMap((section) => section.fields);
    const names = fields.map((field) => `${field.part}.${field.name}`);
    const expected = [
      ...Object.keys(EMPTY_VALUES.workshop).map((name) => `workshop.${name}`),
      ...['idNumber', 'phone', 'homeAddress'].map((name) => `private.${name}`),
      ...Object.keys(EMPTY_VALUES.application).map((name) => `application.${name}`),
    ];
    expect(names.toSorted()).toEqual(expected.toSorted());
    expect(fields.every((field) => labelOf(field) !== '')).toBe(true);
  });

  test('leaves untouched and emptied private numbers as they are, clears when asked, takes typed ones', () => {
    const workshopId = newId(WorkshopId);
    const input = applicantInput(
      { ...filled, private: { idNumber: '11010519491231002x', phone: '  ', homeAddress: null } },
      workshopId,
    );
    expect(input.ok && input.value).toMatchObject({ workshopId, workshop: { name: '示例豆腐坊' } });
    expect(input.ok && input.value.private).toEqual({ idNumber: '11010519491231002X', homeAddress: null });
  });

  test('names the fields that keep it from being saved', () => {
    const input = applicantInput({ ...filled, workshop: { ...filled.workshop, products: '' } }, null);
    expect(input.ok ? [] : input.problems.map((one) => fieldPath(one.field))).toEqual([
      ['workshop', 'products'],
    ]);
  });

  test('checks a private number where it is typed, and never repeats it', () => {
    expect(privateFault('idNumber', '11010519491231002X')).toBeUndefined();
    expect(privateFault('idNumber', '')).toBeUndefined();
    expect(privateFault('idNumber', '110105194912310021')).toMatch(/身份证号/);
    expect(privateFault('idNumber', '110105194912310021')).not.toContain('1101');
    expect(privateFault('phone', '12345')).toBeDefined();
  });
});
