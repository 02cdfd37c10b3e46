import { z } from 'zod';
import { keysOf } from './terms.ts';

/** The faces of GB/T 9704 by the role they play on a paper. */
export const FACE_ROLES = {
  title: '小标宋（标题）',
  body: '仿宋（正文）',
  hei: '黑体（一级标题、表头）',
  kai: '楷体（二级标题）',
  song: '宋体（页码）',
} as const;

export const FaceRole = z.enum(keysOf(FACE_ROLES));
export type FaceRole = z.infer<typeof FaceRole>;

/** A font file the office pointed to: copied into the data folder under its SHA-256, so that it can go with backups. */
export const ChosenFace = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** What the file was called where it came from. */
  fileName: z.string().min(1).max(255),
  /** PostScript name: a collection holds several fonts. */
  face: z.string().min(1).max(200),
});
export type ChosenFace = z.infer<typeof ChosenFace>;

export const ChosenFaces = z.partialRecord(FaceRole, ChosenFace);
export type ChosenFaces = z.infer<typeof ChosenFaces>;

/** The code of the question which font of a collection to use; `expected` names them. */
export const WHICH_FACE = 'face.which';

export const FACE_ORIGINS = {
  chosen: '本单位指定',
  pc: '本机已安装',
  carried: '程序自带',
} as const;
export type FaceOrigin = keyof typeof FACE_ORIGINS;

/** What the settings page shows of a role. */
export interface FaceView {
  readonly role: FaceRole;
  readonly origin: FaceOrigin;
  readonly family: string;
  readonly fileName: string;
  /** The role's chosen file is gone or unreadable; another face steps in. */
  readonly chosenIsMissing: boolean;
  /** A line set in the face, as outlines: the window needs no font to show it. */
  readonly sample: FaceSample;
}

export interface FaceSample {
  readonly width: number;
  readonly height: number;
  /** Of an SVG path, y downwards. */
  readonly path: string;
}
