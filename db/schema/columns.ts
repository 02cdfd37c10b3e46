import { integer, text } from 'drizzle-orm/sqlite-core';
import type { Area } from '../model/area.ts';
import type { Instant, IsoDate } from '../model/dates.ts';
import type { Fen } from '../model/money.ts';

/** Columns that carry the branded types of `db/model`. */
export const idOf = <Id extends string>(name: string) => text(name).$type<Id>();
export const day = (name: string) => text(name).$type<IsoDate>();
export const moment = (name: string) => text(name).$type<Instant>();
export const money = (name: string) => integer(name).$type<Fen>();
export const area = (name: string) => integer(name).$type<Area>();
