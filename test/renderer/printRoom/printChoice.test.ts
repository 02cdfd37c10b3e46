import { expect, test } from 'vitest';
import type { BundleView, PrintableWorkshop } from '../../../db/model/contract/printRoom.ts';
import { newId, WorkshopId } from '../../../db/model/ids.ts';
import { bundleText } from '../../../renderer/printRoom/bundleText.ts';
import { plannedPapers, sheetCounts } from '../../../renderer/printRoom/printChoice.ts';

const workshop = (sheets: PrintableWorkshop['sheets']): PrintableWorkshop => ({
  workshopId: newId(WorkshopId),
  name: '示例豆腐坊',
  ownerName: '示例业主',
  township: '',
  stage: 'planning',
  initials: '',
  sheets,
});

const chosen = [workshop(['application', 'plan']), workshop(['application'])];

test('counts what can be printed of the chosen workshops', () => {
  const counts = new Map(sheetCounts(chosen).map(({ sheet, count }) => [sheet, count]));
  expect([counts.get('application'), counts.get('plan'), counts.get('countySheet')]).toEqual([2, 1, 0]);
});

test('says beforehand how many papers a choice makes, with their copies', () => {
  expect(plannedPapers(chosen, 1, { sheets: ['application', 'plan'], copies: 2 })).toEqual({
    papers: 4,
    printed: 8,
  });
  expect(plannedPapers([], 0, { sheets: ['application'], copies: 1 }).papers).toBe(0);
});

test('says how much paper a file takes', () => {
  const bundle: BundleView = {
    bundleId: '',
    bytes: new Uint8Array(),
    fileName: '',
    papers: 2,
    pages: 7,
    blanks: 1,
    carriesPrivateNumbers: false,
    problems: [],
  };
  expect(bundleText(bundle, true, 1)).toBe('2份材料，共7页（其中空白背面1页），双面打印用纸4张');
  expect(bundleText({ ...bundle, blanks: 0 }, false, 1)).toBe('2份材料，共7页，单面打印用纸7张');
  expect(bundleText(bundle, true, 3)).toBe('2份材料各3份，共7页（其中空白背面1页），双面打印用纸4张');
});
