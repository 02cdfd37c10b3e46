import { encode } from 'jpeg-js';

type Colour = readonly [red: number, green: number, blue: number];

const WIDTH = 800;
const HEIGHT = 600;
const WALL: Colour = [226, 221, 208];
const PAPER: Colour = [250, 250, 246];
const INK: Colour = [70, 70, 70];
const RED: Colour = [176, 40, 36];
const JOINT: Colour = [150, 150, 150];
const TILE: Colour = [214, 218, 222];
const EARTH: Colour = [120, 104, 84];

/** Lines of ink on a sheet under a red heading. */
function sheetAt(x: number, y: number): Colour {
  if (x < 220 || x >= 580 || y < 60 || y >= 540) return WALL;
  if (y >= 100 && y < 124) return x >= 280 && x < 520 ? RED : PAPER;
  return y > 150 && y < 500 && y % 24 < 8 && x >= 260 && x < 540 ? INK : PAPER;
}

function floorAt(x: number, y: number, broken: boolean): Colour {
  if (broken && (Math.trunc(x / 80) * 7 + Math.trunc(y / 80) * 5) % 4 === 0) return EARTH;
  return x % 80 < 4 || y % 80 < 4 ? JOINT : TILE;
}

const SCENES = {
  sheet: sheetAt,
  before: (x: number, y: number) => floorAt(x, y, true),
  after: (x: number, y: number) => floorAt(x, y, false),
} as const;

/** Drawn, not photographed: a sheet on a wall, a floor before and after the works. */
export function picture(scene: keyof typeof SCENES): Uint8Array {
  const data = Buffer.alloc(WIDTH * HEIGHT * 4, 255);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) data.set(SCENES[scene](x, y), (y * WIDTH + x) * 4);
  }
  return encode({ width: WIDTH, height: HEIGHT, data }, 80).data;
}
