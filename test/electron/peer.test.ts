import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectPeer } from '../../electron/host/peer.ts';

let ports: readonly [MessagePort, MessagePort];

beforeEach(() => {
  const { port1, port2 } = new MessageChannel();
  ports = [port1, port2];
});

afterEach(() => ports[0].close());

const lineOf = (port: MessagePort) => ({
  send: (message: unknown) => port.postMessage(message),
  listen: (listener: (message: unknown) => void) => void port.on('message', listener),
});

test('both ends ask and answer, in any order', async () => {
  const askLeft = connectPeer(lineOf(ports[1]), async (question) => `right: ${String(question)}`);
  const askRight = connectPeer(lineOf(ports[0]), async (question) => `left: ${String(question)}`);
  expect(await Promise.all([askRight('a'), askLeft('b'), askRight('c')])).toEqual([
    'right: a',
    'left: b',
    'right: c',
  ]);
});

test('bytes arrive as bytes, undefined as undefined', async () => {
  const ask = connectPeer(lineOf(ports[0]), async () => undefined);
  connectPeer(lineOf(ports[1]), async (question) => question);
  expect(await ask(new Uint8Array([1, 2]))).toEqual(new Uint8Array([1, 2]));
  expect(await ask(undefined)).toBeUndefined();
});

test('a failure at the other end is a rejection here', async () => {
  const ask = connectPeer(lineOf(ports[0]), async () => undefined);
  connectPeer(lineOf(ports[1]), async () => {
    throw new Error('no such thing');
  });
  await expect(ask('x')).rejects.toThrow('no such thing');
});

test('what is no message of a peer is left alone', async () => {
  connectPeer(lineOf(ports[0]), async () => 'answer');
  const [, other] = ports;
  other.postMessage('noise');
  other.postMessage({ kind: 'question', id: 'x' });
  other.postMessage({ kind: 'question', id: 1, body: null });
  const [answer] = await once(other, 'message');
  expect(answer).toEqual({ kind: 'answer', id: 1, body: 'answer' });
});
