import { encode } from 'jpeg-js';

const SIZE = { width: 800, height: 600 };
const TILE = 80;

/** Drawn, not photographed: a tiled floor, broken before the works and whole after them. */
export function tilesPicture(state: 'before' | 'after'): Buffer {
  const { width, height } = SIZE;
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const joint = x % TILE < 4 || y % TILE < 4;
      const broken = state === 'before' && (Math.trunc(x / TILE) * 7 + Math.trunc(y / TILE) * 5) % 4 === 0;
      const [r, g, b] = broken
        ? [110, 98, 82]
        : joint
          ? [150, 150, 150]
          : state === 'after'
            ? [226, 228, 230]
            : [190, 184, 170];
      data.set([r, g, b], (y * width + x) * 4);
    }
  }
  return encode({ width, height, data }, 80).data;
}
