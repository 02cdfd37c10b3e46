import type { Office } from './office.ts';

/** A query prepared at its first use on an office's connection and kept for the next ones; its values are placeholders. */
export function preparedOnce<Query>(prepare: (db: Office['db']) => Query): (office: Office) => Query {
  const known = new WeakMap<Office['db'], Query>();
  return ({ db }) => {
    const query = known.get(db) ?? prepare(db);
    known.set(db, query);
    return query;
  };
}
