/**
 * Pieces of script for the watched page. They are text because they run in another program; each awaits frames, so
 * that what is reported was painted.
 */
export const HELPERS = `
const clock = () => performance.timeOrigin + performance.now();
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
/** The frame after the next begins when the next one was handed over to the screen. */
const painted = async () => { await frame(); await frame(); return clock(); };
const until = async (find) => {
  for (;;) {
    const found = find();
    if (found) return found;
    await frame();
  }
};`;

/** Wraps the body of an async function. */
export const asyncScript = (body: string): string => `(async () => {${HELPERS}\n${body}\n})()`;
