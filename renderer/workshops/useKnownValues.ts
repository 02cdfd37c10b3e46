import { useCallback, useMemo } from 'react';
import type { WorkshopRow } from '../../db/model/contract/workshops.ts';

const NONE: readonly string[] = [];
const LISTED = ['township', 'station'] as const;
const COMMON: Readonly<Record<string, readonly string[]>> = {
  economicType: ['个体工商户', '个人独资企业', '合伙企业', '有限责任公司', '农民专业合作社'],
  foodCategory: [
    '粮食加工品',
    '豆制品',
    '肉制品',
    '糕点',
    '酱腌菜',
    '酒类',
    '淀粉及淀粉制品',
    '食用植物油',
    '调味品',
    '蜂产品',
  ],
};

/** What can be offered while typing: what the year's other applicants wrote, or the usual words. */
export function useKnownValues(
  rows: readonly WorkshopRow[] | undefined,
): (field: string) => readonly string[] {
  const listed = useMemo(
    () =>
      new Map<string, readonly string[]>(
        LISTED.map((field) => [
          field,
          [...new Set((rows ?? []).map((row) => row[field]))].filter(Boolean).sort(),
        ]),
      ),
    [rows],
  );
  return useCallback((field) => listed.get(field) ?? COMMON[field] ?? NONE, [listed]);
}
