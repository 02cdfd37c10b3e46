import type { StaffInput } from '../../db/model/bureau.ts';
import { STAFF_ROLES } from '../../db/model/terms.ts';

export const rolesText = (staff: StaffInput): string =>
  staff.roles.map((role) => STAFF_ROLES[role]).join('、');
