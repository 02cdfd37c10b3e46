import { type } from '@orpc/contract';
import { z } from 'zod';
import { ListContent, ListId, SavedView } from '../lists.ts';
import { call } from './base.ts';
import type { MadePaper } from './papers.ts';

const listId = z.object({ listId: ListId });

export const lists = {
  /** The list as a workbook; refused where a private number stands in it. */
  export: call.input(ListContent).output(type<MadePaper>()),
  views: call.input(listId).output(type<readonly SavedView[]>()),
  saveView: call.input(listId.extend({ view: SavedView })).output(type<void>()),
  /** Answers the view, for 撤销. */
  removeView: call.input(listId.extend({ name: z.string() })).output(type<SavedView>()),
};
