import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PATCHES, patchAntd } from '../../../build/package/patchAntd.ts';
import { inProject } from '../../../build/paths.ts';

test.each(PATCHES)('$file as installed is put right', ({ file, to }) => {
  const path = inProject(`node_modules${file}`);
  const installed = readFileSync(path, 'utf8');
  expect(installed).not.toContain(to);
  expect(patchAntd(installed, `${path}?v=1`)).toContain(to);
});

test('another version is noticed; other modules stay as they are', () => {
  expect(() => patchAntd('', '/x/@ant-design/icons/es/components/AntdIcon.js')).toThrow('no longer has');
  expect(patchAntd('code', '/x/antd/es/index.js')).toBeUndefined();
});
