import { createHash } from 'node:crypto';
import { appendFileSync, writeFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOf, freshFolder, verified } from './sample.ts';
import { sentences } from './tampering.ts';

const hexOf = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');

describe('bags of other makers', () => {
  const makeBag = async (version: string, algorithm: string, tagged: boolean) => {
    const folder = join(await freshFolder(), 'a bag');
    await mkdir(join(folder, 'data/in'), { recursive: true });
    const files = [
      ['data/100% ok.txt', 'data/100%25 ok.txt'],
      ['data/in/a\nb.txt', 'data/in/a%0Ab.txt'],
    ] as const;
    const lines = files.map(([path, written]) => {
      writeFileSync(join(folder, path), path);
      return `${hexOf(algorithm, path).toUpperCase()} \t*./${written}\r\n`;
    });
    const manifest = lines.join('');
    await writeFile(
      join(folder, 'bagit.txt'),
      `BagIt-Version: ${version}\r\nTag-File-Character-Encoding: utf-8\r\n`,
    );
    await writeFile(join(folder, `manifest-${algorithm}.txt`), manifest);
    await writeFile(
      join(folder, 'bag-info.txt'),
      'Source-Organization: Example\n  County\nPayload-Oxum: 31.2\n',
    );
    await writeFile(join(folder, 'notes.txt'), 'tag files need not be listed');
    if (tagged) {
      const line = `${hexOf(algorithm, manifest)}  manifest-${algorithm}.txt\n`;
      await writeFile(join(folder, `tagmanifest-${algorithm}.txt`), line);
    }
    return folder;
  };

  it.each([
    ['1.0', 'sha512', true],
    ['1.0', 'sha256', false],
    ['0.97', 'md5', true],
    ['0.97', 'sha1', false],
  ] as const)('version %s with %s is a plain valid bag', async (version, algorithm, tagged) => {
    const result = await verified(await makeBag(version, algorithm, tagged));
    expect(result.faults).toStrictEqual([]);
    expect(result).toMatchObject({
      valid: true,
      isOurs: false,
      submission: null,
      bureauName: null,
      fileCount: 2,
    });
    expect(result.manifestCode === null).toBe(algorithm !== 'sha256');
  });

  it('names what is altered in them', async () => {
    const folder = await makeBag('1.0', 'sha512', true);
    appendFileSync(join(folder, 'data/100% ok.txt'), 'x');
    expect(await faultsOf(folder)).toContainEqual({ kind: 'altered', path: 'data/100% ok.txt' });
  });

  it('names an algorithm nobody knows, and the manifest that is then missing in effect', async () => {
    const folder = await makeBag('1.0', 'sha512', false);
    await rename(join(folder, 'manifest-sha512.txt'), join(folder, 'manifest-crc32.txt'));
    const found = await sentences(folder);
    expect(found).toContain('manifest-crc32.txt：不支持的校验算法 crc32');
    expect(found).toContain('多出的文件，不在清单内：data/100% ok.txt');
  });
});
