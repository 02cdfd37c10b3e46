import { z } from 'zod';

/** Points in tenths, as everywhere: `45` is 4.5 分. */
export const Points = z.int().min(0).max(10_000);

const label = z.string().trim().min(1, '请填写名称').max(60, '不能超过60个字');

/** 分档评分: 好 3.5～4分、较好 2～3分 …; both ends belong to the band. */
const Band = z.object({ label, from: Points, to: Points });

/** 按最差等级: several may be found on the spot, the worst of them counts. */
const ScoreClass = z.object({ label, points: Points });

/** How one line is scored (research §3.2); what it needs beside the line's full points. */
export const ScoreRule = z.discriminatedUnion('way', [
  z.object({ way: z.literal('band'), bands: z.array(Band).min(1).max(9) }),
  z.object({ way: z.literal('deduction'), each: Points }),
  z.object({ way: z.literal('yesNo') }),
  z.object({ way: z.literal('threeConclusions'), basic: Points }),
  z.object({ way: z.literal('limits'), weight: z.enum(['key', 'major', 'general']) }),
  z.object({ way: z.literal('worstClass'), classes: z.array(ScoreClass).min(1).max(9) }),
]);
export type ScoreRule = z.infer<typeof ScoreRule>;

export const CONCLUSIONS_OF_ITEM = { meets: '符合', basic: '基本符合', fails: '不符合' } as const;
export const WEIGHTS = { key: '关键项', major: '重点项', general: '一般项' } as const;
export type Weight = keyof typeof WEIGHTS;

/** What was found at one line; the points follow from it and are never stored. */
export const Answer = z.discriminatedUnion('way', [
  z.object({ way: z.literal('band'), points: Points }),
  z.object({ way: z.literal('deduction'), count: z.int().min(0).max(999) }),
  z.object({ way: z.literal('yesNo'), yes: z.boolean() }),
  z.object({ way: z.literal('threeConclusions'), conclusion: z.enum(['meets', 'basic', 'fails']) }),
  z.object({ way: z.literal('limits'), meets: z.boolean() }),
  z.object({ way: z.literal('worstClass'), classes: z.array(z.int().min(0).max(8)).min(1).max(9) }),
  /** 合理缺项: the line does not apply to this workshop. */
  z.object({ way: z.literal('absent') }),
]);
export type Answer = z.infer<typeof Answer>;
