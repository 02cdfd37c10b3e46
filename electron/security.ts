import { app, type Session, type WebContents, type WebFrameMain } from 'electron';
import { ORIGIN } from './contentPolicy.ts';
import { writeLog } from './log.ts';

/** Copying to the clipboard is the one thing a page may do that the browser asks about. */
const GRANTED: readonly string[] = ['clipboard-sanitized-write'];

const LOCAL_SCHEMES: readonly string[] = ['blob:', 'data:'];

const isOwn = (address: string): boolean => address === ORIGIN || address.startsWith(`${ORIGIN}/`);

/** A call counts only from the top frame of the program's own page. */
export const isTrustedSender = (frame: WebFrameMain | null): boolean =>
  frame !== null && frame.parent === null && isOwn(frame.url);

/** No permission is granted but those above, and nothing is fetched from outside the program. */
export function closeSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) =>
    decide(GRANTED.includes(permission)),
  );
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.includes(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) => {
    const allowed = isOwn(details.url) || LOCAL_SCHEMES.some((scheme) => details.url.startsWith(scheme));
    if (!allowed) writeLog('warn', 'A request to an outside address was cancelled.');
    decide({ cancel: !allowed });
  });
  session.on('will-download', (event) => event.preventDefault());
}

function closeContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => {
    // What follows the # names a screen of the one page: it may load itself anew from any of them.
    const [page] = event.url.split('#');
    if (!(event.isSameDocument || page === `${ORIGIN}/`)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
}

/** Holds for every page that is ever opened: none leaves its address, opens a window or embeds another. */
export function closeAllContents(): void {
  app.on('web-contents-created', (_event, contents) => closeContents(contents));
}
