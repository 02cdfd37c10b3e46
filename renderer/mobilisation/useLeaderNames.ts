import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';

/** Who may preside: leaders and heads of sections still in office. */
export function useLeaderNames(): readonly string[] {
  const staff = useQuery(api.settings.staff.queryOptions());
  return (staff.data ?? [])
    .filter((one) => one.active && (one.roles.includes('leader') || one.roles.includes('sectionHead')))
    .map((one) => one.name);
}
