import { join } from 'node:path';
import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron';
import { z } from 'zod';
import { errorText } from '../db/errorText.ts';
import { type HostState, PathToken, PORT_MESSAGE, SelfTest } from '../db/model/desk.ts';
import { assertNever } from '../db/model/problems.ts';
import { type HostSettings, type ToHost, ToMain } from './host/messages.ts';
import { type Ask, connectPeer } from './host/peer.ts';
import { unwrapWithKeychain, wrapWithKeychain } from './keychain.ts';
import { writeLog } from './log.ts';

const STOP_TIMEOUT = 5_000;
/** One crash may be bad luck; a second one shortly after is a fault that starting anew will not mend. */
const RESTARTS_ALLOWED = 1;

const MESSAGES = {
  starting: '正在打开数据…',
  restarted: '数据服务意外中断，已重新启动',
  ready: '',
  failed:
    '数据服务无法启动。请重新启动本程序；仍不能打开时，请从“打开日志文件夹”取日志联系技术支持。数据仍在本机，没有丢失。',
} as const;

/** The main process's view of the data host. */
export interface DataHost {
  readonly state: () => HostState;
  connect(contents: WebContents): void;
  rememberPath(path: string): Promise<PathToken>;
  pathOf(token: PathToken): Promise<string | undefined>;
  selfTest(): Promise<SelfTest>;
  stop(): Promise<void>;
}

async function answerHost(question: ToMain): Promise<unknown> {
  switch (question.ask) {
    case 'wrap':
      return wrapWithKeychain(question.bytes);
    case 'unwrap':
      return unwrapWithKeychain(question.bytes);
    case 'log':
      return writeLog(question.level, question.line);
    default:
      return assertNever(question);
  }
}

/** Starts the data host and keeps it running; `onState` hears of every change. */
export function startDataHost(settings: HostSettings, onState: (state: HostState) => void): DataHost {
  let child: UtilityProcess | undefined;
  let ask: Ask | undefined;
  let state: HostState = { state: 'starting', message: MESSAGES.starting };
  let crashes = 0;
  let stopping = false;

  const become = (next: HostState): void => {
    state = next;
    onState(next);
  };

  const question = (body: ToHost): Promise<unknown> => {
    if (!ask) throw new Error(`The data host is not running: ${body.ask}`);
    return ask(body);
  };

  const onExit = (code: number): void => {
    ask = undefined;
    child = undefined;
    if (stopping) return;
    crashes += 1;
    writeLog('error', `The data host ended with code ${code}, crash ${crashes}`);
    if (crashes > RESTARTS_ALLOWED) become({ state: 'failed', message: MESSAGES.failed });
    else launch();
  };

  const launch = (): void => {
    become({ state: 'starting', message: MESSAGES.starting });
    const started = utilityProcess.fork(join(import.meta.dirname, 'host.js'), [], {
      serviceName: 'workshop-desk-data',
      stdio: 'pipe',
    });
    child = started;
    started.stderr?.on('data', (chunk) => writeLog('warn', String(chunk).trimEnd()));
    started.on('exit', onExit);
    ask = connectPeer(
      {
        send: (message) => started.postMessage(message),
        listen: (listener) => started.on('message', listener),
      },
      async (message) => answerHost(ToMain.parse(message)),
    );
    question({ ask: 'start', settings }).then(
      () => become({ state: 'ready', message: crashes > 0 ? MESSAGES.restarted : MESSAGES.ready }),
      (error: unknown) => {
        writeLog('error', `The data host did not start: ${errorText(error)}`);
        become({ state: 'failed', message: MESSAGES.failed });
      },
    );
  };

  launch();
  return {
    state: () => state,
    connect: (contents) => {
      if (!child || state.state !== 'ready') return;
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage(null, [port1]);
      contents.postMessage(PORT_MESSAGE, null, [port2]);
    },
    rememberPath: async (path) => PathToken.parse(await question({ ask: 'rememberPath', path })),
    pathOf: async (token) =>
      z
        .string()
        .optional()
        .parse(await question({ ask: 'pathOf', token })),
    selfTest: async () => SelfTest.parse(await question({ ask: 'selfTest' })),
    stop: async () => {
      stopping = true;
      if (!ask) return;
      const late = new Promise<void>((resolve) => setTimeout(resolve, STOP_TIMEOUT));
      await Promise.race([question({ ask: 'stop' }), late]);
      child?.kill();
    },
  };
}
