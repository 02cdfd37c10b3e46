import { z } from 'zod';

/** A list as the window shows it, on its way to Excel: only the columns shown, only the rows left by the filters. */
export const ListColumn = z.object({
  key: z.string().min(1).max(60),
  title: z.string().max(60),
  /** Money in 元, areas in ㎡. */
  kind: z.enum(['text', 'count', 'money', 'area']),
});
export type ListColumn = z.infer<typeof ListColumn>;

export const ListValue = z.union([z.string().max(20_000), z.number(), z.null()]);
export type ListValue = z.infer<typeof ListValue>;

export const ListContent = z.object({
  title: z.string().trim().min(1).max(60),
  /** Which filters narrowed it, in words; empty: the whole list. */
  filters: z.string().max(300),
  columns: z.array(ListColumn).min(1).max(80),
  rows: z.array(z.record(z.string(), ListValue)).max(50_000),
});
export type ListContent = z.infer<typeof ListContent>;

/** A named view of one list: what is searched for, which chip, which columns. */
export const SavedView = z.object({
  name: z.string().trim().min(1, '请填写名称').max(20, '不能超过20个字'),
  search: z.string().max(100),
  chip: z.string().max(60).nullable(),
  columns: z.array(z.string().max(60)).max(80).nullable(),
});
export type SavedView = z.infer<typeof SavedView>;

export const SavedViews = z.array(SavedView).max(30);

export const ListId = z.string().regex(/^[\w.-]{1,60}$/);
