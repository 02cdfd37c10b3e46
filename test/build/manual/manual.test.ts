import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PICTURES } from '../../../build/manual/pictures.ts';
import { inProject } from '../../../build/paths.ts';

const folder = inProject('docs/用户手册');
const chapters = readdirSync(folder).filter((name) => name.endsWith('.md'));
const textOf = (chapter: string): string => readFileSync(join(folder, chapter), 'utf8');

/** What a link or picture of a chapter leads to. */
const targets = (chapter: string): readonly string[] =>
  [...textOf(chapter).matchAll(/\]\(([^)#]+?)(?:#[^)]*)?\)/g)].flatMap(([, target]) => target ?? []);

/** The sources a label of the window can come from. */
const sources = globSync(['renderer/**/*.{ts,tsx}', 'db/model/**/*.{ts,json}', 'electron/menu.ts'], {
  cwd: inProject(),
})
  .map((file) => readFileSync(inProject(file), 'utf8'))
  .join('\n');

/** `…` in a quoted label stands for what the window fills in, or for itself. */
function isInWindow(label: string): boolean {
  const parts = label.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('(?:…|\\$?\\{[^}\\n]*\\})')).test(sources);
}

test.each(chapters)('%s: every link and picture leads somewhere', (chapter) => {
  expect(targets(chapter).filter((target) => !existsSync(join(folder, target)))).toEqual([]);
});

test('the index leads to every chapter', () => {
  expect(targets('README.md').toSorted()).toEqual(
    chapters.filter((chapter) => chapter !== 'README.md').toSorted(),
  );
});

test('every picture is taken by the script and shown in a chapter', () => {
  const taken = PICTURES.flatMap(([, pictures]) => pictures.map(({ name }) => `图/${name}.png`));
  const shown = new Set(chapters.flatMap(targets).filter((target) => target.startsWith('图/')));
  expect([...shown].toSorted()).toEqual([...new Set(taken)].toSorted());
  expect(
    readdirSync(join(folder, '图'))
      .map((name) => `图/${name}`)
      .toSorted(),
  ).toEqual(taken.toSorted());
});

test.each(chapters)('%s: what is quoted in 「」 stands in the window', (chapter) => {
  const quoted = [...textOf(chapter).matchAll(/「([^」]+)」/g)].flatMap(([, label]) => label ?? []);
  expect(quoted.filter((label) => !isInWindow(label))).toEqual([]);
});
