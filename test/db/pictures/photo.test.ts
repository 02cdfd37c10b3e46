import { decode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { fileKindIn } from '../../../db/pictures/fileKind.ts';
import { exifOf, takenOn, withoutPosition } from '../../../db/pictures/photo.ts';
import { LONGEST_SIDE, shrinkPicture } from '../../../db/pictures/shrink.ts';
import { cameraBlock, PLACE, phonePhoto, screenshot } from '../../fixtures/photos.ts';

const holdsPlace = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(PLACE);

function pngWith(block: Buffer): Buffer {
  const plain = screenshot();
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('eXIf'), block, Buffer.alloc(4)]);
  chunk.writeUInt32BE(block.length, 0);
  return Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)]);
}

const riff = (name: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};

function webpWith(block: Buffer): Buffer {
  const parts = [
    riff('VP8X', Buffer.from([0x0c, 0, 0, 0, 1, 0, 0, 1, 0, 0])),
    riff('VP8 ', Buffer.from([1, 2, 3])),
  ];
  return riff(
    'RIFF',
    Buffer.concat([Buffer.from('WEBP'), ...parts, riff('EXIF', block), riff('XMP ', PLACE)]),
  );
}

const heicWith = (block: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 16]),
    Buffer.from('ftypheic'),
    Buffer.alloc(4),
    Buffer.from('Exif\0\0'),
    block,
  ]);

describe('a photo', () => {
  const samples = [
    ['jpg', phonePhoto({ orientation: 6 })],
    ['png', pngWith(cameraBlock({ orientation: 6 }))],
    ['webp', webpWith(cameraBlock({ orientation: 6 }))],
    ['heic', heicWith(cameraBlock({ orientation: 6 }))],
  ] as const;

  it.each(samples)('%s is known by its content and says when it was taken', (kind, bytes) => {
    expect(fileKindIn(bytes)).toBe(kind);
    expect(exifOf(kind, bytes)).toEqual({ orientation: 6, takenOn: '2021-04-05' });
  });

  it.each(samples)('%s leaves without the place, and is still that kind of picture', (kind, bytes) => {
    expect(holdsPlace(bytes)).toBe(true);
    const plain = withoutPosition(kind, bytes);
    expect(holdsPlace(plain)).toBe(false);
    expect(fileKindIn(plain)).toBe(kind);
  });

  it('as a JPEG keeps its pixels, its turn and its day', () => {
    const photo = phonePhoto({ orientation: 8 });
    const plain = withoutPosition('jpg', photo);
    expect(decode(plain).data.equals(decode(photo).data)).toBe(true);
    expect(exifOf('jpg', plain)).toEqual({ orientation: 8, takenOn: '2021-04-05' });
  });

  it('with a nonsensical or cut off block counts as saying nothing', () => {
    expect(takenOn('jpg', phonePhoto({ taken: '0000:00:00 00:00:00' }))).toBeNull();
    const photo = phonePhoto();
    for (let length = 0; length < 200; length += 7) {
      expect(() => withoutPosition('jpg', photo.subarray(0, length))).not.toThrow();
    }
  });
});

describe('a smaller copy', () => {
  it('is upright, at most 1600 pixels long, and says nothing about the place', () => {
    const small = shrinkPicture('jpg', phonePhoto({ width: 2000, height: 1000, orientation: 6 }));
    expect(small && holdsPlace(small)).toBe(false);
    const { width, height, data } = decode(small ?? Buffer.alloc(0));
    expect([width, height]).toEqual([LONGEST_SIDE / 2, LONGEST_SIDE]);
    const at = (row: number) => data.subarray((row * width + 5) * 4, (row * width + 5) * 4 + 3);
    expect(at(10)[0]).toBeGreaterThan(180);
    expect(at(height - 10)[2]).toBeGreaterThan(180);
  });

  it('of a small picture is not blown up, and a screenshot has one too', () => {
    const { width, height } = decode(shrinkPicture('png', screenshot(80, 40)) ?? Buffer.alloc(0));
    expect([width, height]).toEqual([80, 40]);
  });

  it('is not there for a damaged picture or another kind of file', () => {
    expect(shrinkPicture('jpg', phonePhoto().subarray(0, 60))).toBeNull();
    expect(shrinkPicture('png', screenshot().subarray(0, 40))).toBeNull();
    expect(shrinkPicture('pdf', Buffer.from('%PDF-1.7'))).toBeNull();
  });
});

it('other files are known by their content, whatever their name says', () => {
  expect(fileKindIn(Buffer.from('%PDF-1.7\n'))).toBe('pdf');
  expect(fileKindIn(Buffer.from('MZ program'))).toBeUndefined();
  expect(fileKindIn(Buffer.from('PK\x03\x04 something else'))).toBeUndefined();
  expect(fileKindIn(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from('xl/workbook.xml')]))).toBe('xlsx');
});
