/** How an Electron has to be started here: Chromium refuses its sandbox to root; an ordinary user keeps it. */
export const rootArguments = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
