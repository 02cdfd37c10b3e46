import { z } from 'zod';
import { DeskCommand, DroppedPaths, HostState, PathToken, PickQuery, SaveQuery } from '../db/model/desk.ts';

const Nothing = z.undefined();

/** Every call the window can make on the main process, with the schema of its one argument. */
export const calls = {
  'desk:pickFile': PickQuery,
  'desk:pickFiles': PickQuery,
  'desk:pickFolder': PickQuery,
  'desk:pickSave': SaveQuery,
  'desk:takeDropped': DroppedPaths,
  'desk:openPath': PathToken,
  'desk:revealInFolder': PathToken,
  'desk:openDataFolder': Nothing,
  'desk:openLogFolder': Nothing,
  'desk:print': Nothing,
  'desk:restart': Nothing,
  'desk:requestPort': Nothing,
  'desk:hostState': Nothing,
  'desk:selfTest': Nothing,
} as const;

export type CallName = keyof typeof calls;
export type CallInput<Name extends CallName> = z.infer<(typeof calls)[Name]>;

/** Every message the main process sends the window. The port to the data host goes by its own one. */
export const events = {
  'desk:hostStateChanged': HostState,
  'desk:command': DeskCommand,
} as const;

export type EventName = keyof typeof events;
export type EventBody<Name extends EventName> = z.infer<(typeof events)[Name]>;
