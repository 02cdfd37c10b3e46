import { ipcMain, type WebContents } from 'electron';
import { type CallInput, type CallName, calls, type EventBody, type EventName } from './channels.ts';
import { isTrustedSender } from './security.ts';

/** The one way to answer the window: the caller is checked, then the argument. */
export function answerCall<Name extends CallName>(
  name: Name,
  answer: (input: CallInput<Name>, sender: WebContents) => unknown,
): void {
  const schema: (typeof calls)[CallName] = calls[name];
  ipcMain.handle(name, (event, input: unknown) => {
    if (!isTrustedSender(event.senderFrame)) throw new Error(`${name}: refused, not the program's own page`);
    // The type checker cannot follow that the schema of `name` yields the input of `name`.
    return answer(schema.parse(input) as CallInput<Name>, event.sender);
  });
}

/** The one way to tell the window something. */
export function tellWindow<Name extends EventName>(
  contents: WebContents,
  name: Name,
  body: EventBody<Name>,
): void {
  if (!contents.isDestroyed()) contents.send(name, body);
}
