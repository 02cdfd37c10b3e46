import { useEffect, useRef } from 'react';
import type { DeskCommand } from '../../db/model/desk.ts';
import { desk } from '../desk.ts';

type Handler = () => void;
interface Entry {
  readonly command: DeskCommand;
  readonly handler: { current: Handler };
}

/** The handlers on the screen, last mounted first: a dialog's 保存 goes before its page's. */
const entries: Entry[] = [];

/** Carries a command out. True when something on the screen wanted it. */
export function runCommand(command: DeskCommand): boolean {
  const entry = entries.findLast((one) => one.command === command);
  entry?.handler.current();
  return entry !== undefined;
}

/** What this page does on Ctrl+S (`save`), Ctrl+P (`print`), Ctrl+K (`search`), F1 (`keys`). */
export function useCommand(command: DeskCommand, handler: Handler, active = true): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => {
    if (!active) return;
    const entry: Entry = { command, handler: latest };
    entries.push(entry);
    return () => {
      entries.splice(entries.indexOf(entry), 1);
    };
  }, [command, active]);
}

const KEYS: Readonly<Record<string, DeskCommand>> = { s: 'save', p: 'print', k: 'search' };

function commandOf(event: KeyboardEvent): DeskCommand | undefined {
  if (event.key === 'F1') return 'keys';
  const plain = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  return plain ? KEYS[event.key.toLowerCase()] : undefined;
}

function onKeyDown(event: KeyboardEvent): void {
  const command = commandOf(event);
  if (!command) return;
  // Also keeps the shell's menu from answering the same keys a second time.
  event.preventDefault();
  if (!event.repeat) runCommand(command);
}

/** Joins keyboard and the shell's menu to the commands; once, at the root. */
export function useCommandKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    const stop = desk.onCommand((command) => void runCommand(command));
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      stop();
    };
  }, []);
}
