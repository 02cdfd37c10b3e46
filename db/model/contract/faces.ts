import { type } from '@orpc/contract';
import { z } from 'zod';
import { FaceRole, type FaceView } from '../faces.ts';
import { call, PathToken } from './base.ts';

export const faces = {
  list: call.output(type<readonly FaceView[]>()),
  /** `face`: which font of a collection; left out, the one that fits the role. */
  choose: call
    .input(z.object({ role: FaceRole, file: PathToken, face: z.string().max(200).optional() }))
    .output(type<void>()),
  /** Back to what the PC has, or the program carries. */
  clear: call.input(z.object({ role: FaceRole })).output(type<void>()),
};
