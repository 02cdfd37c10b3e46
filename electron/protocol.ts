import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol, type Session } from 'electron';
import { contentPolicy, NONCE_PLACEHOLDER, ORIGIN, SCHEME } from './contentPolicy.ts';
import { fileFor } from './servedFiles.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Must be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

const refusal = (status: number): Response => new Response(null, { status });

async function answer(request: Request, rendererDir: string, fontsDir: string): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const file = fileFor(request.url, rendererDir, fontsDir);
  const type = file === undefined ? undefined : TYPES[extname(file)];
  if (file === undefined || type === undefined) return refusal(404);
  const headers = new Headers({ 'content-type': type, 'x-content-type-options': 'nosniff' });
  let body: Buffer | string;
  try {
    body = await readFile(file);
  } catch {
    return refusal(404);
  }
  if (extname(file) === '.html') {
    const nonce = randomBytes(16).toString('base64');
    headers.set('content-security-policy', contentPolicy(nonce));
    headers.set('cache-control', 'no-store');
    body = body.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce);
  }
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers });
}

/** Serves the window's own files under `app://desk/`, and the carried fonts under `app://desk/fonts/`. */
export function serveWindow(session: Session, rendererDir: string, fontsDir: string): void {
  session.protocol.handle(SCHEME, (request) => answer(request, rendererDir, fontsDir));
}

export const windowAddress = `${ORIGIN}/`;
