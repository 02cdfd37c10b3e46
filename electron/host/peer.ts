import { z } from 'zod';
import { errorText } from '../../db/errorText.ts';

/** A two-way line between the main process and the data host. */
export interface Line {
  send(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
}

const Message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('question'), id: z.int(), body: z.unknown() }),
  z.object({ kind: z.literal('answer'), id: z.int(), body: z.unknown() }),
  z.object({ kind: z.literal('fault'), id: z.int(), message: z.string() }),
]);

export type Ask = (question: unknown) => Promise<unknown>;

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Questions and answers over a line, both ways. The two processes use it for what does not concern the window. */
export function connectPeer(line: Line, answer: (question: unknown) => Promise<unknown>): Ask {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  const reply = async (id: number, question: unknown): Promise<void> => {
    try {
      line.send({ kind: 'answer', id, body: await answer(question) });
    } catch (error) {
      line.send({ kind: 'fault', id, message: errorText(error) });
    }
  };

  line.listen((raw) => {
    const { data: message } = Message.safeParse(raw);
    if (!message) return;
    if (message.kind === 'question') {
      void reply(message.id, message.body);
      return;
    }
    const one = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'answer') one?.resolve(message.body);
    else one?.reject(new Error(message.message));
  });

  return (question) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      line.send({ kind: 'question', id: lastId, body: question });
    });
}
