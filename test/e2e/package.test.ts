import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, describe, expect, test } from 'vitest';
import { type PackagedApp, packageApp } from '../../build/package/package.ts';
import { inProject } from '../../build/paths.ts';

/** Read from the packaged binary, not from the configuration. */
async function fusesOf(app: PackagedApp): Promise<Readonly<Record<string, boolean>>> {
  const wire = await getCurrentFuseWire(app.executable);
  const isOn = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
  return {
    runAsNode: isOn(FuseV1Options.RunAsNode),
    cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    fileProtocolPrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
  };
}

const HARD = {
  runAsNode: false,
  cookieEncryption: true,
  nodeOptions: false,
  inspect: false,
  asarIntegrity: true,
  onlyAsar: true,
  fileProtocolPrivileges: false,
};

const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('a release', () => {
  let release: PackagedApp;
  beforeAll(async () => {
    release = await packageApp('release');
  });

  test('has every fuse on the safe side', async () => {
    expect(await fusesOf(release)).toEqual(HARD);
  });

  test('carries the better-sqlite3 of the npm package, untouched and nothing else of the kind', () => {
    const prebuilds = 'node_modules/better-sqlite3/prebuilds';
    const packaged = join(release.resourcesDir, 'app.asar.unpacked', prebuilds);
    const names = readdirSync(packaged).sort();
    expect(names).toEqual(['linux-x64.node', 'win32-x64.node']);
    for (const name of names) expect(sha256(join(packaged, name))).toBe(sha256(inProject(prebuilds, name)));
    expect(
      existsSync(join(release.resourcesDir, 'app.asar.unpacked/node_modules/better-sqlite3/build')),
    ).toBe(false);
    expect(existsSync(join(release.resourcesDir, 'test-only'))).toBe(false);
  });

  test('carries the five faces and their licences', () => {
    expect(readdirSync(join(release.resourcesDir, 'fonts')).sort()).toEqual([
      'HanaMinB.ttf',
      'LICENSE',
      'LICENSE-HanaMinB.txt',
      'NotoSansSC_400Regular.ttf',
      'NotoSansSC_700Bold.ttf',
      'NotoSerifSC_400Regular.ttf',
      'NotoSerifSC_700Bold.ttf',
    ]);
  });
});

test('the package of the window tests differs by the inspector alone', async () => {
  expect(await fusesOf(await packageApp('test'))).toEqual({ ...HARD, inspect: true });
});
