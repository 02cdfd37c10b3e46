/** Every address of the window begins with this. */
export const SCHEME = 'app';
export const HOST = 'desk';
export const ORIGIN = `${SCHEME}://${HOST}`;

/** The bundler writes this into index.html wherever a nonce belongs; each load gets its own. */
export const NONCE_PLACEHOLDER = '__STYLE_NONCE__';

/** Only the program's own scripts run; styles made at run time (antd) need this load's nonce. */
export const contentPolicy = (nonce: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self' blob:`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
  ].join('; ');
