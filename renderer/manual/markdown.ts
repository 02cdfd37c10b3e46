import { Image } from 'antd';
import { lexer, type Token, type Tokens } from 'marked';
import { createElement, Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { chapterOfLink, pictureUrl } from './chapters.ts';

/** Marked's tokens become elements one by one: a chapter's text never becomes HTML, and HTML in it stays unseen. */
const SIMPLE: Readonly<Record<string, string>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  strong: 'strong',
  em: 'em',
};

const HEADINGS: readonly string[] = ['h1', 'h2', 'h3', 'h4'];

const all = (tokens: readonly Token[] = []): readonly ReactNode[] => tokens.map(render);

function table({ header, rows }: Tokens.Table): ReactNode {
  const line = (tag: string, cells: readonly Tokens.TableCell[]): ReactNode =>
    createElement('tr', null, ...cells.map((cell) => createElement(tag, null, ...all(cell.tokens))));
  return createElement(
    'table',
    null,
    createElement('thead', null, line('th', header)),
    createElement('tbody', null, ...rows.map((row) => line('td', row))),
  );
}

const list = ({ ordered, items }: Tokens.List): ReactNode =>
  createElement(
    ordered ? 'ol' : 'ul',
    null,
    ...items.map((item) => createElement('li', null, ...all(item.tokens))),
  );

function link({ href, tokens }: Tokens.Link): ReactNode {
  const chapter = chapterOfLink(href);
  // The program opens nothing outside itself.
  return chapter
    ? createElement(Link, { to: `/manual/${chapter.id}` }, ...all(tokens))
    : createElement(Fragment, null, ...all(tokens));
}

const isOf = <T extends Token>(token: Token, type: T['type']): token is T => token.type === type;

function render(token: Token): ReactNode {
  if (isOf<Tokens.Heading>(token, 'heading'))
    return createElement(HEADINGS[token.depth - 1] ?? 'h4', null, ...all(token.tokens));
  if (isOf<Tokens.Table>(token, 'table')) return table(token);
  if (isOf<Tokens.List>(token, 'list')) return list(token);
  if (isOf<Tokens.Link>(token, 'link')) return link(token);
  if (isOf<Tokens.Image>(token, 'image'))
    return createElement(Image, { src: pictureUrl(token.href) ?? '', alt: token.text });
  if (isOf<Tokens.Code>(token, 'code')) return createElement('pre', null, token.text);
  if (isOf<Tokens.Codespan>(token, 'codespan')) return createElement('code', null, token.text);
  if (isOf<Tokens.Text>(token, 'text'))
    return token.tokens ? createElement(Fragment, null, ...all(token.tokens)) : token.text;
  if (isOf<Tokens.Escape>(token, 'escape')) return token.text;
  if (isOf<Tokens.Br>(token, 'br')) return createElement('br');
  const tag = SIMPLE[token.type];
  return tag && 'tokens' in token ? createElement(tag, null, ...all(token.tokens)) : null;
}

/** A chapter as elements. */
export const markdown = (text: string): ReactNode => createElement(Fragment, null, ...all(lexer(text)));
