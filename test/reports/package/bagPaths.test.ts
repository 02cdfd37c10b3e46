import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../db/model/package.ts';
import { decodePath, encodePath, escapeFault, payloadPathFault } from '../../../reports/package/bagPaths.ts';
import { readManifest } from '../../../reports/package/tagRead.ts';
import { manifestText } from '../../../reports/package/tagText.ts';

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('%', '\r', '\n', '2', '5', '0', 'D', 'A'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
});

describe('encodePath', () => {
  it('encodes %, CR and LF, and only those', () => {
    expect(encodePath('data/50% 的\r\n𠮷 名单.pdf')).toBe('data/50%25 的%0D%0A𠮷 名单.pdf');
  });

  it('gives one line that reads back as the same path', () => {
    fc.assert(
      fc.property(text, (path) => {
        expect(encodePath(path)).not.toMatch(/[\r\n]/);
        expect(decodePath(encodePath(path))).toBe(path);
        expect(decodePath(encodePath(path).toLowerCase())).toBe(path.toLowerCase());
      }),
    );
  });

  it('leaves a % alone that older tools did not encode', () => {
    expect(decodePath('data/100% a%41.txt')).toBe('data/100% a%41.txt');
  });
});

describe('a manifest', () => {
  it('reads back as written, for any paths inside the bag', () => {
    const name = text.map((one) => `data/${one.replace(/[\0/\\]/g, '_')}x`.normalize('NFC'));
    const files = fc.uniqueArray(name, { selector: (path) => path.toLowerCase(), maxLength: 8 });
    fc.assert(
      fc.property(files, (paths) => {
        const written = manifestText(paths.map((path) => ({ path, bytes: Buffer.from(path) })));
        const read = readManifest('manifest-sha256.txt', written.toString(), 'sha256', 'payload');
        expect(read.faults).toStrictEqual([]);
        expect([...read.value.entries.keys()].sort()).toStrictEqual([...paths].sort());
      }),
    );
  });
});

describe('payloadPathFault', () => {
  it('accepts every name that safeFileName made', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 3 }), (names) => {
        const path = names.map(safeFileName).join('/');
        expect(payloadPathFault(`${path}.pdf`)).toBeUndefined();
      }),
    );
  });

  it('never lets a path out of the bag', () => {
    for (const path of [
      '..',
      'a/..',
      '../a',
      '/a',
      '\\a',
      'a\\..\\b',
      'c:a',
      '~',
      './a',
      'a//b',
      'a/',
      '',
      'a\0',
    ]) {
      expect(escapeFault(path), path).toBeDefined();
      expect(payloadPathFault(path), path).toBeDefined();
    }
  });
});
