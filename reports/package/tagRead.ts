import type { BagFault } from '../../db/model/package.ts';
import { collisionKey, decodePath, escapeFault } from './bagPaths.ts';
import { type Algorithm, DIGEST_LENGTHS } from './hash.ts';
import { BAGIT, DATA } from './layout.ts';

/** Readers of the tag files, for bags of any maker: what cannot be understood is named with its line. */
export interface Read<T> {
  readonly value: T;
  readonly faults: readonly BagFault[];
}

export const malformed = (path: string, detail: string): BagFault => ({ kind: 'malformed', path, detail });

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a tag file; null when it is not UTF-8. A byte order mark is kept, for the reader to name. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    // The decoder has no other way to say that these bytes are no UTF-8.
    return null;
  }
}

const MARK = '\ufeff';

function numberedLines(text: string): readonly { readonly text: string; readonly at: string }[] {
  return text
    .replace(MARK, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ text: line, at: `第${index + 1}行` }))
    .filter((line) => line.text.trim() !== '');
}

const markFaults = (path: string, text: string): readonly BagFault[] =>
  text.startsWith(MARK) ? [malformed(path, '文件开头有多余的字节顺序标记（BOM），其他工具可能无法识别')] : [];

/** 0.97 is what most tools still write; it differs only in what it allows. */
const VERSIONS = ['0.97', '1.0'];

/** bagit.txt: the version and the encoding of the tag files. */
export function declarationFaults(text: string): readonly BagFault[] {
  const match = /^BagIt-Version: *(\S+)\s*[\r\n]+Tag-File-Character-Encoding: *(\S+)\s*$/.exec(
    text.replace(MARK, ''),
  );
  const [, version = '', encoding = ''] = match ?? [];
  if (!match) {
    return [malformed(BAGIT, '内容不符合格式，应为 BagIt-Version 和 Tag-File-Character-Encoding 两行')];
  }
  return [
    ...markFaults(BAGIT, text),
    ...(VERSIONS.includes(version) ? [] : [malformed(BAGIT, `BagIt 版本 ${version} 不支持，应为 1.0`)]),
    ...(encoding.toUpperCase() === 'UTF-8'
      ? []
      : [malformed(BAGIT, `文字编码 ${encoding} 不支持，应为 UTF-8`)]),
  ];
}

/** bag-info.txt: the values of each label, long ones continued on indented lines. */
export function readBagInfo(path: string, text: string): Read<ReadonlyMap<string, readonly string[]>> {
  const values = new Map<string, readonly string[]>();
  const faults: BagFault[] = [...markFaults(path, text)];
  let label = '';
  for (const line of numberedLines(text)) {
    const [, name, value = ''] = /^([^\s:][^:]*?)\s*:\s*(.*)$/.exec(line.text) ?? [];
    const earlier = values.get(label) ?? [];
    if (/^\s/.test(line.text) && label !== '') {
      values.set(label, [...earlier.slice(0, -1), `${earlier.at(-1) ?? ''} ${line.text.trim()}`]);
    } else if (name === undefined) {
      faults.push(malformed(path, `${line.at}不符合格式，应为“名称: 内容”`));
    } else {
      label = name.toLowerCase();
      values.set(label, [...(values.get(label) ?? []), value.trim()]);
    }
  }
  return { value: values, faults };
}

export interface Manifest {
  readonly path: string;
  readonly algorithm: Algorithm;
  /** Digest in lower case by path in NFC. */
  readonly entries: ReadonlyMap<string, string>;
}

/** A payload or tag manifest: `digest, white space, path` on each line. */
export function readManifest(
  path: string,
  text: string,
  algorithm: Algorithm,
  lists: 'payload' | 'tags',
): Read<Manifest> {
  const entries = new Map<string, string>();
  const faults: BagFault[] = [...markFaults(path, text)];
  const spelled = new Map<string, string>();
  for (const line of numberedLines(text)) {
    const entry = readEntry(line.text, algorithm, lists);
    if (typeof entry === 'string') {
      faults.push(malformed(path, `${line.at}：${entry}`));
      continue;
    }
    const key = collisionKey(entry.path);
    const other = spelled.get(key);
    if (other === entry.path) faults.push(malformed(path, `${line.at}：重复登记了 ${entry.path}`));
    else if (other !== undefined) {
      faults.push(
        malformed(path, `${line.at}：${entry.path} 与 ${other} 仅大小写不同，在 Windows 上是同一个文件`),
      );
    }
    spelled.set(key, entry.path);
    if (!entries.has(entry.path)) entries.set(entry.path, entry.digest);
  }
  return { value: { path, algorithm, entries }, faults };
}

function readEntry(
  line: string,
  algorithm: Algorithm,
  lists: 'payload' | 'tags',
): { readonly path: string; readonly digest: string } | string {
  // `*` (binary mode) and a leading `./` are what checksum tools add.
  const [, digest = '', written = ''] = /^([0-9a-f]+)[ \t]+\*?(?:\.\/)?(.+)$/i.exec(line) ?? [];
  if (written === '') return '不符合格式，应为“校验值  路径”';
  if (digest.length !== DIGEST_LENGTHS[algorithm]) {
    return `校验值有${digest.length}位，应为${DIGEST_LENGTHS[algorithm]}位`;
  }
  const path = decodePath(written).normalize('NFC');
  const outside = escapeFault(path);
  if (outside) return `${outside}（${written}）`;
  if (path.startsWith(DATA) !== (lists === 'payload')) {
    return lists === 'payload'
      ? `不在 data 文件夹内（${written}）`
      : `data 内的文件不应登记在这里（${written}）`;
  }
  return { path, digest: digest.toLowerCase() };
}
