import { useQuery } from '@tanstack/react-query';
import type { StaffId } from '../../db/model/ids.ts';
import { api } from '../api.ts';

interface HelperChoice {
  readonly value: StaffId;
  readonly label: string;
}

/** Who can be named helper, with how many workshops each has already; the least burdened first. */
export function useHelperChoices(without?: StaffId): readonly HelperChoice[] {
  const list = useQuery(api.assistance.list.queryOptions({ input: { days: null } }));
  const staff = useQuery(api.settings.staff.queryOptions());
  const burden = new Map((list.data?.loads ?? []).map((one) => [one.staffId, one.workshops]));
  return (staff.data ?? [])
    .filter((one) => one.active && one.roles.includes('helper') && one.id !== without)
    .map((one) => ({ one, count: burden.get(one.id) ?? 0 }))
    .sort((left, right) => left.count - right.count)
    .map(({ one, count }) => ({
      value: one.id,
      label: `${one.name}${one.unit === '' ? '' : `（${one.unit}）`}，已帮扶${count}家`,
    }));
}

/** Everybody who works here, as visitors to choose from. */
export function useVisitorChoices(): readonly HelperChoice[] {
  const staff = useQuery(api.settings.staff.queryOptions());
  return (staff.data ?? []).map((one) => ({
    value: one.id,
    label: one.active ? one.name : `${one.name}（已停用）`,
  }));
}
