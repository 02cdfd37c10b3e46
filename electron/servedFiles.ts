import { join, normalize, sep } from 'node:path';
import { HOST, SCHEME } from './contentPolicy.ts';

/** The file an address means, or `undefined` when it points out of the folders that are served. */
export function fileFor(address: string, rendererDir: string, fontsDir: string): string | undefined {
  const url = URL.parse(address);
  if (url?.host !== HOST || url.protocol !== `${SCHEME}:`) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const isFont = path.startsWith('/fonts/');
  const root = isFont ? fontsDir : rendererDir;
  const file = normalize(
    join(root, isFont ? path.slice('/fonts'.length) : path === '/' ? '/index.html' : path),
  );
  return file.startsWith(root + sep) ? file : undefined;
}
