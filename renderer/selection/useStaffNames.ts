import { useQuery } from '@tanstack/react-query';
import type { StaffRole } from '../../db/model/terms.ts';
import { api } from '../api.ts';

/** The one person with this role; empty when there are several or none, for then the clerk chooses. */
export function useSoleName(role: StaffRole): string {
  const staff = useQuery(api.settings.staff.queryOptions());
  const fitting = (staff.data ?? []).filter((one) => one.active && one.roles.includes(role));
  return fitting.length === 1 ? (fitting[0]?.name ?? '') : '';
}

/** Names to choose from: those with the role first, then everybody else who still works here. */
export function useStaffNames(role: StaffRole): readonly string[] {
  const staff = useQuery(api.settings.staff.queryOptions());
  const active = (staff.data ?? []).filter((one) => one.active);
  const fitting = active.filter((one) => one.roles.includes(role));
  const others = active.filter((one) => !one.roles.includes(role));
  return [...new Set([...fitting, ...others].map((one) => one.name))];
}
