import { PORT_MESSAGE } from '../db/model/desk.ts';
import { desk } from './desk.ts';

/** The port to the data host. A host that died and came back needs a new one: `renewPort`. */
let current: Promise<MessagePort> | undefined;
let deliver: ((port: MessagePort) => void) | undefined;

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const [port] = event.ports;
  if (event.data !== PORT_MESSAGE || !port) return;
  port.start();
  deliver?.(port);
});

function request(): Promise<MessagePort> {
  return new Promise((resolve) => {
    deliver = resolve;
    desk.requestPort();
  });
}

/** The port in use; asked for on first need. */
export function openPort(): Promise<MessagePort> {
  current ??= request();
  return current;
}

/** Forgets the port of a host that is gone; the next call asks for a new one. */
export function renewPort(): void {
  current = undefined;
}
