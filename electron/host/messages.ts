import { z } from 'zod';
import { IsoDate } from '../../db/model/dates.ts';

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const HostSettings = z.object({
  dataDir: z.string(),
  resources: z.object({
    migrationsDir: z.string(),
    fontsDir: z.string(),
    workerFile: z.string(),
    nativeBinding: z.string().optional(),
  }),
  version: z.string(),
  today: IsoDate.optional(),
});
export type HostSettings = z.infer<typeof HostSettings>;

/** What the main process asks the data host. A message with a port is a window that wants to talk. */
export const ToHost = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('start'), settings: HostSettings }),
  z.object({ ask: z.literal('rememberPath'), path: z.string() }),
  z.object({ ask: z.literal('pathOf'), token: z.string() }),
  z.object({ ask: z.literal('selfTest') }),
  z.object({ ask: z.literal('stop') }),
]);
export type ToHost = z.infer<typeof ToHost>;

/** What the data host asks the main process. */
export const ToMain = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('wrap'), bytes: Bytes }),
  z.object({ ask: z.literal('unwrap'), bytes: Bytes }),
  z.object({ ask: z.literal('log'), level: z.enum(['info', 'warn', 'error']), line: z.string() }),
]);
export type ToMain = z.infer<typeof ToMain>;

export const OptionalBytes = Bytes.optional();
