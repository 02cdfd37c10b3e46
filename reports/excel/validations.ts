import type ExcelJS from 'exceljs';

/** What may be typed into a cell, said when something else is. */
type Validation = ExcelJS.DataValidation;

const told = (error: string) =>
  ({ allowBlank: true, showErrorMessage: true, errorTitle: '填写有误', error }) as const;

export const oneOf = (choices: readonly string[]): Validation => ({
  ...told(`请选择：${choices.join('、')}`),
  type: 'list',
  formulae: [`"${choices.join(',')}"`],
});

export const aCount = (): Validation => ({
  ...told('请填写整数'),
  type: 'whole',
  operator: 'greaterThanOrEqual',
  formulae: [0],
});

/** A unit written beside the number is understood when the file is read, so this one may be overruled. */
export const anAmount = (): Validation => ({
  ...told('请只填数字，单位见表头；用别的单位的，请连同单位写明'),
  errorStyle: 'warning',
  type: 'decimal',
  operator: 'greaterThanOrEqual',
  formulae: [0],
});

export const aDay = (): Validation => ({
  ...told('请填写日期，如 2021-04-05'),
  type: 'date',
  operator: 'between',
  formulae: [new Date(Date.UTC(1950, 0, 1)), new Date(Date.UTC(2099, 11, 31))],
});

export const aPercentage = (): Validation => ({
  ...told('请填写0至100的整数'),
  type: 'whole',
  operator: 'between',
  formulae: [0, 100],
});
