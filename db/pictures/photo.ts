import type { FileKind } from '../model/attachments.ts';
import type { IsoDate } from '../model/dates.ts';
import { heicExif, plainHeic, plainPng, plainWebp, pngExif, webpExif } from './containers.ts';
import { type Exif, NO_EXIF } from './exif.ts';
import { jpegExif, plainJpeg } from './jpeg.ts';

interface Reader {
  readonly exif: (bytes: Uint8Array) => Exif;
  readonly plain: (bytes: Uint8Array) => Uint8Array;
}

const READERS: Readonly<Partial<Record<FileKind, Reader>>> = {
  jpg: { exif: jpegExif, plain: plainJpeg },
  png: { exif: pngExif, plain: plainPng },
  webp: { exif: webpExif, plain: plainWebp },
  heic: { exif: heicExif, plain: plainHeic },
};

export const exifOf = (kind: FileKind, bytes: Uint8Array): Exif => READERS[kind]?.exif(bytes) ?? NO_EXIF;

/** The day a photo says it was taken. */
export const takenOn = (kind: FileKind, bytes: Uint8Array): IsoDate | null => exifOf(kind, bytes).takenOn;

/** What leaves the office: a photo without the place it was taken at; other files as they are. */
export const withoutPosition = (kind: FileKind, bytes: Uint8Array): Uint8Array =>
  READERS[kind]?.plain(bytes) ?? bytes;
