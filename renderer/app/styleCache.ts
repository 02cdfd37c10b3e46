import { createCache } from '@ant-design/cssinjs';

/**
 * Where antd keeps the variables of its components' styles. Of its own accord it takes them out of the page with the
 * last component that uses them and works them out again for the next one: at every change of page the whole window
 * is styled anew. Here each is counted once more than it is used, so it stays: there are few, and one theme.
 */
export function keepingCache(): ReturnType<typeof createCache> {
  const cache = createCache();
  const update = cache.opUpdate.bind(cache);
  cache.opUpdate = (key, next) =>
    update(key, (before) => {
      const after = next(before);
      return after && !before ? [after[0] + 1, after[1]] : after;
    });
  return cache;
}
