import { randomUUID } from 'node:crypto';
import { onError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { MessageEvent, MessagePortMain } from 'electron';
import { errorText } from '../../db/errorText.ts';
import { bytesSerializer } from '../../db/model/contract/bytes.ts';
import { PathToken } from '../../db/model/desk.ts';
import { speakChinese } from '../../db/model/issueText.ts';
import { assertNever, invariant } from '../../db/model/problems.ts';
import { prepareInitials } from '../../db/workshops/pinyin.ts';
import { createRouter } from './api/index.ts';
import { logBug } from './bugs.ts';
import { createClock } from './clock.ts';
import type { HostContext } from './context.ts';
import { type HostSettings, OptionalBytes, ToHost, type ToMain } from './messages.ts';
import { connectPeer } from './peer.ts';
import { createPool } from './pool.ts';
import { selfTest } from './selfTest.ts';

/** The data host: the one process that has the database open. Started by the main process, talks to the window. */

speakChinese();

type Handler = Pick<RPCHandler<Record<never, never>>, 'upgrade'>;

const paths = new Map<PathToken, string>();
const stops: (() => void | Promise<void>)[] = [];
let handler: Handler | undefined;
let context: HostContext | undefined;

const ask = connectPeer(
  {
    send: (message) => process.parentPort.postMessage(message),
    listen: (listener) => process.parentPort.on('message', (event) => listener(event.data)),
  },
  async (question) => answer(ToHost.parse(question)),
);

const askMain = (question: ToMain): Promise<unknown> => ask(question);

function rememberPath(path: string): PathToken {
  const token = PathToken.parse(randomUUID());
  paths.set(token, path);
  return token;
}

const pathOf = (token: string): string | undefined => paths.get(PathToken.parse(token));

function createContext(settings: HostSettings): HostContext {
  const { nativeBinding, ...files } = settings.resources;
  const pool = createPool(settings.resources.workerFile);
  const log = (level: 'info' | 'warn' | 'error') => (line: string) => {
    void askMain({ ask: 'log', level, line });
  };
  const keychainCall = async (kind: 'wrap' | 'unwrap', bytes: Uint8Array) =>
    OptionalBytes.parse(await askMain({ ask: kind, bytes }));
  stops.push(() => pool.stop());
  return {
    dataDir: settings.dataDir,
    resources: nativeBinding === undefined ? files : { ...files, nativeBinding },
    version: settings.version,
    ...createClock(settings.today),
    pathOf,
    rememberPath,
    keychain: {
      wrap: (bytes) => keychainCall('wrap', bytes),
      unwrap: (bytes) => keychainCall('unwrap', bytes),
    },
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    pool,
    onStop: (close) => stops.push(close),
  };
}

async function answer(question: ToHost): Promise<unknown> {
  switch (question.ask) {
    case 'start':
      context = createContext(question.settings);
      handler = new RPCHandler(createRouter(context), {
        customJsonSerializers: [bytesSerializer],
        interceptors: [onError(logBug(context))],
      });
      // The window is still loading: afterwards the first list would wait for it.
      setImmediate(prepareInitials);
      return undefined;
    case 'rememberPath':
      return rememberPath(question.path);
    case 'pathOf':
      return pathOf(question.token);
    case 'selfTest':
      invariant(context, 'the data host was started before it is asked');
      return selfTest(context);
    case 'stop':
      // The last opened is closed first: the database after all that uses it.
      for (const stop of stops.splice(0).reverse()) await stop();
      return undefined;
    default:
      return assertNever(question);
  }
}

function connect(port: MessagePortMain): void {
  invariant(handler, 'a window connects after the data host was started');
  handler.upgrade(port);
  port.start();
}

/** Node would print the message, and the main process logs what is printed. Started again by the main process. */
function end(error: unknown): void {
  process.stderr.write(`${errorText(error)}\n`, () => process.exit(1));
}

process.on('uncaughtException', end);
process.on('unhandledRejection', end);

process.parentPort.on('message', (event: MessageEvent) => {
  const [port] = event.ports;
  if (port) connect(port);
});
