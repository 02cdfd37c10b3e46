import { type ChildProcess, spawn } from 'node:child_process';
import { z } from 'zod';
import { rootArguments } from '../runtime/rootArguments.ts';

/**
 * A program of Chromium's kind, watched from outside over its debugging port. Playwright would hold the program back
 * until it is attached, and so change the very time that is measured; here the program starts as it always does.
 */
export interface Watched {
  /** Milliseconds since the epoch, on the clock that pages measure by. */
  readonly startedAt: number;
  /** Evaluates in the program's page, waiting for a promise; asked again when the page was just being replaced. */
  evaluate<Schema extends z.ZodType>(script: string, schema: Schema): Promise<z.output<Schema>>;
  /** One key pressed and let go, as a keyboard would. */
  press(key: Key): Promise<void>;
  stop(): Promise<void>;
}

export interface Key {
  readonly key: string;
  readonly text?: string;
  readonly code: number;
}

const START_TIMEOUT = 30_000;
const ANSWER_TIMEOUT = 30_000;
const STOP_TIMEOUT = 5_000;

const Message = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});
const Attached = z.object({ sessionId: z.string(), targetInfo: z.object({ type: z.string() }) });
const Evaluated = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z.object({ exception: z.object({ description: z.string() }).optional() }).optional(),
});

/** The clock of `performance` in every process of this machine. */
export const now = (): number => performance.timeOrigin + performance.now();

/** Where the program says it can be watched. */
function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => reject(new Error(`${why}\n${said.slice(-2000)}`));
    const timer = setTimeout(() => fail('The program did not open its debugging port'), START_TIMEOUT);
    child.on('exit', (code) => fail(`The program ended with ${code}`));
    child.on('error', reject);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (!found) return;
      clearTimeout(timer);
      child.stderr?.removeAllListeners('data').resume();
      resolve(found);
    });
  });
}

type Send = (method: string, params: object, sessionId?: string) => Promise<unknown>;

/** A connection to the program, and the first page it opens. */
async function connect(address: string): Promise<{ readonly send: Send; readonly page: Promise<string> }> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`No connection to ${address}`)));
  });
  const waiting = new Map<number, { done(value: unknown): void; fail(error: Error): void }>();
  let found: (session: string) => void = () => undefined;
  const page = new Promise<string>((resolve) => {
    found = resolve;
  });
  socket.addEventListener('message', ({ data }) => {
    const { id, method, params, result, error } = Message.parse(JSON.parse(String(data)));
    if (method === 'Target.attachedToTarget') {
      const { sessionId, targetInfo } = Attached.parse(params);
      if (targetInfo.type === 'page') found(sessionId);
    }
    const asked = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || !asked) return;
    waiting.delete(id);
    if (error) asked.fail(new Error(error.message));
    else asked.done(result);
  });
  let last = 0;
  const send: Send = (method, params, sessionId) =>
    new Promise((done, fail) => {
      last += 1;
      waiting.set(last, { done, fail });
      socket.send(JSON.stringify({ id: last, method, params, ...(sessionId ? { sessionId } : {}) }));
    });
  return { send, page };
}

/** A page that is being replaced takes the question with it. */
const isReplaced = (error: unknown): boolean =>
  error instanceof Error && /context|navigated|Inspected target|Cannot find/i.test(error.message);

function stopper(child: ChildProcess): () => Promise<void> {
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT);
    await ended;
    clearTimeout(timer);
  };
}

/** Starts a packaged program and attaches to its window as soon as there is one. */
export async function watch(executable: string, args: readonly string[]): Promise<Watched> {
  const startedAt = now();
  const child = spawn(executable, [...rootArguments(), '--remote-debugging-port=0', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = stopper(child);
  try {
    const { send, page } = await connect(await debuggingAddress(child));
    await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
    const session = await page;
    // Without a window manager no window has the keyboard.
    await send('Emulation.setFocusEmulationEnabled', { enabled: true }, session);
    return {
      startedAt,
      stop,
      evaluate: (script, schema) => evaluate(send, session, script, schema),
      press: async ({ key, text, code }) => {
        const event = { key, windowsVirtualKeyCode: code, ...(text === undefined ? {} : { text }) };
        await send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', ...event }, session);
        await send('Input.dispatchKeyEvent', { ...event, type: 'keyUp', text: undefined }, session);
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What never comes is an error with its question. */
async function inTime<T>(answer: Promise<T>, question: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer to:\n${question}`)), ANSWER_TIMEOUT);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function evaluate<Schema extends z.ZodType>(
  send: Send,
  session: string,
  script: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const deadline = now() + START_TIMEOUT;
  for (;;) {
    try {
      const question = { expression: script, awaitPromise: true, returnByValue: true };
      const answer = await inTime(send('Runtime.evaluate', question, session), script);
      const { result, exceptionDetails } = Evaluated.parse(answer);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'The script failed');
      return schema.parse(result.value);
    } catch (error) {
      if (!isReplaced(error) || now() > deadline) throw error;
    }
  }
}
