import { eq } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { changedLabels } from '../model/changes.ts';
import type { ApplicationId } from '../model/ids.ts';
import { Materials, materialChanges } from '../model/materials.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { application } from '../schema.ts';

/** Which 附件材料 an application came with. */
export const materialsOf = (row: Pick<typeof application.$inferSelect, 'materials'>): Materials =>
  Materials.parse(JSON.parse(row.materials));

/** Records which 附件材料 were handed in. */
export function saveMaterials(
  office: Office,
  applicationId: ApplicationId,
  materials: Materials,
  act: Act,
): Result<void> {
  const late = Object.values(materials).find((one) => one.receivedOn > act.today);
  if (late) {
    return refuse(
      problem('materials.date', `材料收到日期${late.receivedOn}晚于今天（${act.today}），请核对`, {
        field: 'materials',
      }),
    );
  }
  return transact(office, () => {
    const before = office.db.select().from(application).where(eq(application.id, applicationId)).get();
    if (!before) return refuse(problem('application.unknown', '没有找到该申请，请刷新后再试'));
    const changes = materialChanges(materialsOf(before), materials);
    if (changes.length === 0) return ok(undefined);
    office.db
      .update(application)
      .set({ materials: JSON.stringify(materials) })
      .where(eq(application.id, applicationId))
      .run();
    const sentence = `登记了附件材料：${changedLabels(changes)}`;
    audit(office, act, 'application.materials', sentence, before.workshopId, changes);
    return ok(undefined);
  });
}
