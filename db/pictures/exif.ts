import { IsoDate } from '../model/dates.ts';

/** What the program reads of a photo's EXIF block; the rest (place, device, owner) it only ever drops. */
export interface Exif {
  /** 1 to 8, as in the EXIF standard: how the stored picture is to be turned. */
  readonly orientation: number;
  readonly takenOn: IsoDate | null;
}

export const NO_EXIF: Exif = { orientation: 1, takenOn: null };

const TAG = {
  orientation: 0x0112,
  changed: 0x0132,
  exifFolder: 0x8769,
  position: 0x8825,
  taken: 0x9003,
} as const;
const ENTRY_BYTES = 12;

interface Entry {
  readonly tag: number;
  readonly count: number;
  /** Where the four bytes of the value, or its offset, lie. */
  readonly at: number;
}

interface Tiff {
  readonly view: DataView;
  readonly little: boolean;
}

function openTiff(block: Uint8Array): Tiff | undefined {
  if (block.length < 8) return undefined;
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const little = order === 0x4949;
  return view.getUint16(2, little) === 42 ? { view, little } : undefined;
}

/** The entries of one folder (IFD); none where the offset leads out of the block. */
function entriesAt({ view, little }: Tiff, offset: number): readonly Entry[] {
  if (offset < 8 || offset + 2 > view.byteLength) return [];
  const count = view.getUint16(offset, little);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    const at = offset + 2 + index * ENTRY_BYTES;
    if (at + ENTRY_BYTES > view.byteLength) break;
    entries.push({ tag: view.getUint16(at, little), count: view.getUint32(at + 4, little), at: at + 8 });
  }
  return entries;
}

const firstFolder = (tiff: Tiff): readonly Entry[] => entriesAt(tiff, tiff.view.getUint32(4, tiff.little));

/** `2021:04:05 10:20:30` */
function dayIn({ view, little }: Tiff, entry: Entry | undefined): IsoDate | null {
  if (!entry || entry.count < 10) return null;
  const from = view.getUint32(entry.at, little);
  if (from + 10 > view.byteLength) return null;
  const text = String.fromCharCode(...Array.from({ length: 10 }, (_, index) => view.getUint8(from + index)));
  const parsed = IsoDate.safeParse(text.replaceAll(':', '-'));
  return parsed.success ? parsed.data : null;
}

/** Reads a TIFF block as cameras write it; anything unreadable counts as not said. */
export function readExif(block: Uint8Array): Exif {
  const tiff = openTiff(block);
  if (!tiff) return NO_EXIF;
  const entries = firstFolder(tiff);
  const find = (list: readonly Entry[], tag: number) => list.find((one) => one.tag === tag);
  const turned = find(entries, TAG.orientation);
  const orientation = turned ? tiff.view.getUint16(turned.at, tiff.little) : 1;
  const folder = find(entries, TAG.exifFolder);
  const inner = folder ? entriesAt(tiff, tiff.view.getUint32(folder.at, tiff.little)) : [];
  return {
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    takenOn: dayIn(tiff, find(inner, TAG.taken)) ?? dayIn(tiff, find(entries, TAG.changed)),
  };
}

/** Turns this many bytes a value, by EXIF type. */
const TYPE_BYTES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

/** Overwrites the position folder with zeros where it lies, so that lengths and offsets stay as they were. */
export function blankPosition(block: Uint8Array): void {
  const tiff = openTiff(block);
  if (!tiff) return;
  const pointer = firstFolder(tiff).find((one) => one.tag === TAG.position);
  if (!pointer) return;
  const folder = tiff.view.getUint32(pointer.at, tiff.little);
  const entries = entriesAt(tiff, folder);
  for (const { at, count } of entries) {
    const bytes = (TYPE_BYTES[tiff.view.getUint16(at - 6, tiff.little)] ?? 1) * count;
    if (bytes > 4) {
      const from = tiff.view.getUint32(at, tiff.little);
      block.fill(0, from, from + bytes);
    }
    block.fill(0, at - 8, at + 4);
  }
  block.fill(0, folder, folder + 2);
  // The pointer itself becomes an entry no reader knows.
  block.fill(0, pointer.at - 8, pointer.at + 4);
}

/** A block that says only how the picture is turned and when it was taken. */
export function plainExif({ orientation, takenOn }: Exif): Uint8Array {
  const block = new Uint8Array(takenOn === null ? 26 : 76);
  const view = new DataView(block.buffer);
  const entry = (at: number, tag: number, type: number, count: number) => {
    view.setUint16(at, tag);
    view.setUint16(at + 2, type);
    view.setUint32(at + 4, count);
  };
  view.setUint32(0, 0x4d4d002a);
  view.setUint32(4, 8);
  view.setUint16(8, takenOn === null ? 1 : 2);
  entry(10, TAG.orientation, 3, 1);
  view.setUint16(18, orientation);
  if (takenOn === null) return block;
  entry(22, TAG.exifFolder, 4, 1);
  view.setUint32(30, 38);
  view.setUint16(38, 1);
  entry(40, TAG.taken, 2, 20);
  view.setUint32(48, 56);
  block.set(new TextEncoder().encode(`${takenOn.replaceAll('-', ':')} 00:00:00`), 56);
  return block;
}
