import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { xdgOpen } from '../../electron/xdgOpen.ts';

/** `xdg-open` in the path of this process: a script that stands for the desktop's own. */
describe.runIf(process.platform === 'linux')('opening with the system’s program', () => {
  const path = process.env.PATH ?? '';
  let dir = '';
  const opener = (script: string): void => {
    writeFileSync(join(dir, 'xdg-open'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    process.env.PATH = `${dir}:${path}`;
  };
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'opener-'));
  });
  afterEach(() => {
    process.env.PATH = path;
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('is told whether the desktop took the path', async () => {
    opener('test "$1" = /示例/文件.pdf');
    expect(await xdgOpen('/示例/文件.pdf')).toBe(true);
    opener('exit 3');
    expect(await xdgOpen('/示例/文件.pdf')).toBe(false);
  });

  it('does not wait for the viewer to be closed', async () => {
    opener('exec sleep 10');
    const began = performance.now();
    expect(await xdgOpen('/示例/文件.pdf')).toBe(true);
    expect(performance.now() - began).toBeLessThan(8000);
  });

  it('is refused where there is no opener at all', async () => {
    process.env.PATH = join(dir, 'nothing');
    expect(await xdgOpen('/示例/文件.pdf')).toBe(false);
  });
});
