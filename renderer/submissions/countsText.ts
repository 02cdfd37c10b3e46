/** `12家，3份方案`: the counts of a package, as its own words name them. */
export const countsText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name}${count}`)
    .join('，');
