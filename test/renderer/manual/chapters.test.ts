import { expect, test } from 'vitest';
import { CHAPTERS, chapterOfLink, INDEX, pictureUrl } from '../../../renderer/manual/chapters.ts';

test('the index comes first, then the chapters by their numbers, each with its title', () => {
  const [index, ...chapters] = CHAPTERS;
  expect(index?.id).toBe(INDEX);
  expect(chapters.map(({ title }) => Number.parseInt(title, 10))).toEqual(
    chapters.map((_chapter, at) => at + 1),
  );
});

test('links of the index lead to chapters, and nowhere outside', () => {
  const links = [...(CHAPTERS[0]?.text ?? '').matchAll(/\]\(([^)]+\.md)\)/g)].map(([, href]) => href ?? '');
  expect(links).toHaveLength(CHAPTERS.length - 1);
  expect(links.map((href) => chapterOfLink(href)?.id)).toEqual(CHAPTERS.slice(1).map(({ id }) => id));
  expect(chapterOfLink('https://example.org/')).toBeUndefined();
});

test('every picture is carried in the window', () => {
  const shown = CHAPTERS.flatMap(({ text }) => [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)]);
  expect(shown.length).toBeGreaterThan(40);
  expect(shown.filter(([, name]) => pictureUrl(name ?? '') === undefined)).toEqual([]);
});
