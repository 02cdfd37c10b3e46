/** The 用户手册 of docs/, carried in the program: one lazy part of the window, its pictures beside it. */
const TEXTS = import.meta.glob<string>('../../docs/用户手册/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const PICTURES = import.meta.glob<string>('../../docs/用户手册/图/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

interface Chapter {
  /** The file's name without its ending; the last part of the page's address. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const FOLDER = '../../docs/用户手册/';
export const INDEX = 'README';

/** In the order of the menu; the index comes first. */
export const CHAPTERS: readonly Chapter[] = Object.entries(TEXTS)
  .map(([path, text]) => ({
    id: path.slice(FOLDER.length, -'.md'.length),
    title: /^# (.+)$/m.exec(text)?.[1] ?? '',
    text,
  }))
  .toSorted((a, b) => Number(b.id === INDEX) - Number(a.id === INDEX) || a.id.localeCompare(b.id));

/** The address of a picture as a chapter names it: `图/工作台.png`. */
export const pictureUrl = (name: string): string | undefined => PICTURES[FOLDER + name];

/** The chapter a link of another one leads to: `05-公示与异议.md`. */
export const chapterOfLink = (href: string): Chapter | undefined =>
  CHAPTERS.find(({ id }) => href === `${id}.md`);
