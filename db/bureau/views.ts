import { like } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { type SavedView, SavedViews } from '../model/lists.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { setting } from '../schema.ts';
import { readSetting, writeSetting } from './settings.ts';

const keyOf = (listId: string): string => `views.${listId}`;
const MOST = 30;

/** The named views of a list, in the order they were saved. */
export function savedViews(office: Office, listId: string): readonly SavedView[] {
  const stored = readSetting(office, keyOf(listId));
  if (stored === null) return [];
  try {
    return SavedViews.safeParse(JSON.parse(stored)).data ?? [];
  } catch {
    // Written by another version: the list works without its views.
    return [];
  }
}

/** Keeps a view under its name; one of the same name is replaced. */
export function saveView(office: Office, listId: string, view: SavedView, act: Act): Result<void> {
  const others = savedViews(office, listId).filter((one) => one.name !== view.name);
  if (others.length >= MOST) {
    return refuse(
      problem('view.tooMany', `每个列表最多保存${MOST}个筛选，请先删除不用的`, { field: 'name' }),
    );
  }
  return transact(office, () => {
    writeSetting(office, keyOf(listId), JSON.stringify([...others, view]));
    audit(office, act, 'view.save', `保存了列表筛选“${view.name}”`);
    return ok(undefined);
  });
}

/** Forgets a view; answers it, so that the removal can be taken back by saving it again. */
export function removeView(office: Office, listId: string, name: string, act: Act): Result<SavedView> {
  const views = savedViews(office, listId);
  const view = views.find((one) => one.name === name);
  if (!view) return refuse(problem('view.unknown', `没有名为“${name}”的筛选，可能已被删除`));
  return transact(office, () => {
    writeSetting(office, keyOf(listId), JSON.stringify(views.filter((one) => one.name !== name)));
    audit(office, act, 'view.remove', `删除了列表筛选“${name}”`);
    return ok(view);
  });
}

/** The views of every list, by the list's id. */
export function allViews(office: Office): Readonly<Record<string, SavedView[]>> {
  const rows = office.db.select().from(setting).where(like(setting.key, 'views.%')).all();
  return Object.fromEntries(
    rows.map(({ key }) => {
      const listId = key.slice('views.'.length);
      return [listId, [...savedViews(office, listId)]];
    }),
  );
}

/** Takes over views from another PC: those of the same name are replaced, the others stay. */
export function saveViews(
  office: Office,
  listId: string,
  views: readonly SavedView[],
  act: Act,
): Result<void> {
  for (const view of views) {
    const saved = saveView(office, listId, view, act);
    if (!saved.ok) return saved;
  }
  return ok(undefined);
}
