import { SaxesParser } from 'saxes';

/** One element of an office file's part, as it is written: prefixes stay. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export const element = (
  name: string,
  attributes: XmlElement['attributes'] = {},
  children: readonly XmlNode[] = [],
): XmlElement => ({ name, attributes, children });

/** Office writes bare names where other programs write `x:row`. */
export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

export const isNamed = (node: XmlNode, ...names: readonly string[]): node is XmlElement =>
  isElement(node) && names.includes(localName(node));

/** A new element in the namespace of an existing one. */
export const sibling = (
  { name }: XmlElement,
  local: string,
  attributes: XmlElement['attributes'] = {},
  children: readonly XmlNode[] = [],
): XmlElement => element(`${name.slice(0, name.indexOf(':') + 1)}${local}`, attributes, children);

export const withChildren = (node: XmlElement, children: readonly XmlNode[]): XmlElement => ({
  ...node,
  children,
});

export const withAttributes = (node: XmlElement, attributes: XmlElement['attributes']): XmlElement => ({
  ...node,
  attributes: { ...node.attributes, ...attributes },
});

export function withoutAttributes(node: XmlElement, ...names: readonly string[]): XmlElement {
  const kept = Object.entries(node.attributes).filter(([name]) => !names.includes(name));
  return { ...node, attributes: Object.fromEntries(kept) };
}

export const childrenNamed = (node: XmlElement, ...names: readonly string[]): readonly XmlElement[] =>
  node.children.filter((child) => isNamed(child, ...names)).filter(isElement);

export const childNamed = (node: XmlElement, name: string): XmlElement | undefined =>
  childrenNamed(node, name)[0];

/** Every element of these names below a node, in the order of the file. */
export const descendants = (node: XmlElement, ...names: readonly string[]): readonly XmlElement[] =>
  node.children
    .filter(isElement)
    .flatMap((child) => [...(isNamed(child, ...names) ? [child] : []), ...descendants(child, ...names)]);

export const textOf = (node: XmlNode): string =>
  isElement(node) ? node.children.map(textOf).join('') : node;

/** The tree with every element put through `change`, the innermost first; `undefined` takes it out. */
export function mapTree(
  node: XmlElement,
  change: (one: XmlElement) => XmlElement | undefined,
): XmlElement | undefined {
  const children = node.children.flatMap((child) => {
    const mapped = isElement(child) ? mapTree(child, change) : child;
    return mapped === undefined ? [] : [mapped];
  });
  return change(withChildren(node, children));
}

/** `undefined` for what is no XML. */
export function parseXml(bytes: Uint8Array): XmlElement | undefined {
  const open: { name: string; attributes: Record<string, string>; children: XmlNode[] }[] = [];
  let root: XmlElement | undefined;
  let broken = false;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', () => {
    broken = true;
  });
  parser.on('opentag', ({ name, attributes }) =>
    open.push({ name, attributes: { ...attributes }, children: [] }),
  );
  parser.on('closetag', () => {
    const closed = open.pop();
    const parent = open.at(-1);
    if (closed && parent) parent.children.push(closed);
    else if (closed) root = closed;
  });
  const addText = (text: string): void => {
    open.at(-1)?.children.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(decodeXml(bytes)).close();
  return broken ? undefined : root;
}

const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

/** The text of an XML part, by the mark it begins with. */
export const decodeXml = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};
/** XML has no way to write the other control characters. */
const UNWRITABLE = /[^\P{Cc}\t\n\r]/gu;
const escapeText = (text: string): string =>
  text.replace(UNWRITABLE, '').replace(/[&<>\r]/g, (one) => ESCAPES[one] ?? one);
const escapeAttribute = (text: string): string =>
  text.replace(UNWRITABLE, '').replace(/[&<>"\n\r\t]/g, (one) => ESCAPES[one] ?? one);

function written(node: XmlNode): string {
  if (!isElement(node)) return escapeText(node);
  const attributes = Object.entries(node.attributes).map(
    ([name, value]) => ` ${name}="${escapeAttribute(value)}"`,
  );
  const start = `<${node.name}${attributes.join('')}`;
  return node.children.length === 0
    ? `${start}/>`
    : `${start}>${node.children.map(written).join('')}</${node.name}>`;
}

export const writeXml = (root: XmlElement): Uint8Array =>
  new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${written(root)}`);
