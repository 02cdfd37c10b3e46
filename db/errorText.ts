/**
 * Errors whose message quotes data: drizzle names the bound values, SQLite a piece of the statement, zod and the
 * JSON parser what they were given.
 */
const QUOTES_DATA = new Set(['SqliteError', 'ZodError', '$ZodError', 'SyntaxError']);

/** drizzle's own error has a plain name; the values bound to the statement give it away. */
const quotesData = (error: Error): boolean => QUOTES_DATA.has(error.name) || 'params' in error;

const MOST_CAUSES = 8;

/** The error and what caused it, the cause last. */
function chainOf(error: Error): readonly Error[] {
  const chain = [error];
  let { cause } = error;
  while (cause instanceof Error && chain.length < MOST_CAUSES) {
    chain.push(cause);
    ({ cause } = cause);
  }
  return chain;
}

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';

/** The calls that led there. The message may have many lines and look like a call itself, so it goes first. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const start = stack.indexOf(message);
  const calls = start < 0 ? stack : stack.slice(start + message.length);
  return calls.split('\n').filter((line) => /^\s+at .*[\w>)]$/.test(line));
}

/**
 * An unexpected error for a log or a screen: name, code and place in the program of what caused it. Its message only
 * where it cannot carry a value of the data.
 */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const chain = chainOf(error);
  const root = chain.at(-1) ?? error;
  const head = `${root.name}${codeOf(root)}${chain.some(quotesData) || root.message === '' ? '' : `: ${root.message}`}`;
  return [head, ...framesOf(root)].join('\n');
}
