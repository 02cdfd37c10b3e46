import { z } from 'zod';
import { type Change, changesBetween } from './changes.ts';
import { IsoDate } from './dates.ts';
import { type Problem, warning } from './problems.ts';
import { enumOf, keysOf } from './terms.ts';

/** 附件材料 of an application (research §2.2, end, and 改造前照片), in the order of the checklist. */
export const MATERIALS = {
  idCard: '业主身份证明复印件',
  businessLicence: '营业执照复印件',
  certificate: '小作坊证照复印件',
  health: '从业人员健康证明复印件',
  floorPlan: '场所平面图',
  process: '生产工艺流程图或说明',
  productList: '食品品种目录',
  safetyPromise: '食品安全承诺书',
  fundPromise: '资金投入承诺书',
  photosBefore: '改造前照片',
  tenure: '场所产权或租赁证明',
  equipmentList: '设备清单',
  ingredientList: '主要原料清单',
  rules: '食品安全管理制度',
} as const;

/** Asked for elsewhere, not by the notice: listed, but nothing is missing without them. */
const OPTIONAL: ReadonlySet<string> = new Set(['tenure', 'equipmentList', 'ingredientList', 'rules']);

/** How a material lies with the office. */
export const MATERIAL_FORMS = { paper: '纸质', attachment: '附件' } as const;

export const Material = enumOf(MATERIALS);
export type Material = z.infer<typeof Material>;

export const Materials = z.partialRecord(
  Material,
  z.object({ form: enumOf(MATERIAL_FORMS), receivedOn: IsoDate }),
);
export type Materials = z.infer<typeof Materials>;

export const isOptional = (material: Material): boolean => OPTIONAL.has(material);

/** The materials that should be there and are not. */
export const missingMaterials = (received: Materials): readonly Material[] =>
  keysOf(MATERIALS).filter((one) => !isOptional(one) && received[one] === undefined);

/** One sentence for reviewers; a missing copy never stops the review by itself. */
export function materialWarnings(received: Materials): readonly Problem[] {
  const missing = missingMaterials(received);
  if (missing.length === 0) return [];
  const names = missing.map((one) => MATERIALS[one]).join('、');
  return [warning('materials.missing', `尚缺材料${missing.length}项：${names}`, { field: 'materials' })];
}

const shown = (one: Materials[Material]): string =>
  one === undefined ? '未收到' : `${MATERIAL_FORMS[one.form]}（${one.receivedOn}）`;

/** What a change of the checklist did, for the log. */
export const materialChanges = (before: Materials, after: Materials): readonly Change[] =>
  changesBetween(
    before,
    after,
    keysOf(MATERIALS).map((one) => ({
      label: MATERIALS[one],
      shown: (materials: Materials) => shown(materials[one]),
    })),
  );
