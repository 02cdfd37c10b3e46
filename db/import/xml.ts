import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ok, type Result, refuse } from '../model/problems.ts';
import { damaged } from './fileKind.ts';

interface XmlEvents {
  open(name: string, attributes: SaxesTagPlain['attributes']): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Office writes bare names, other programs `x:row`: the prefix says nothing we need. */
const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

const decode = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  return bytes.toString('utf8').replace(/^\ufeff/, '');
};

class Stop extends Error {}

/** Thrown by a handler that has seen enough; `readXml` then ends well. */
export const stopReading = (): never => {
  throw new Stop();
};

/** One pass over a part. Malformed XML is a refusal. */
export function readXml(bytes: Buffer, events: XmlEvents): Result<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let broken = false;
  parser.on('error', () => {
    broken = true;
    throw new Stop();
  });
  parser.on('opentag', (tag) => events.open(localName(tag.name), tag.attributes));
  parser.on('closetag', (tag) => events.close?.(localName(tag.name)));
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  try {
    parser.write(decode(bytes)).close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return broken ? refuse(damaged('内容格式有误')) : ok(undefined);
}

/** `_x000D_` is how the format writes a character XML forbids. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
