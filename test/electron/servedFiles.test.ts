import { describe, expect, test } from 'vitest';
import { fileFor } from '../../electron/servedFiles.ts';

const find = (address: string) => fileFor(address, '/app/renderer', '/app/fonts');

describe('fileFor', () => {
  test.each([
    ['app://desk/', '/app/renderer/index.html'],
    ['app://desk/index.html?x=1#y', '/app/renderer/index.html'],
    ['app://desk/assets/a-1.js', '/app/renderer/assets/a-1.js'],
    ['app://desk/assets/%E4%B8%AD.svg', '/app/renderer/assets/中.svg'],
    ['app://desk/fonts/A.ttf', '/app/fonts/A.ttf'],
  ])('%s is %s', (address, file) => {
    expect(find(address)).toBe(file);
  });

  test.each([
    'app://other/index.html',
    'https://desk/index.html',
    'app://desk/..%2fsecret.js',
    'app://desk/assets/..%2f..%2fsecret.js',
    'app://desk/fonts/..%2frenderer/index.html',
    'app://desk/..%5csecret.js',
    'app://desk/a%00.js',
    'app://desk/%E0%A4%A.js',
    'not an address',
  ])('%s is refused', (address) => {
    expect(find(address)).toBeUndefined();
  });
});
