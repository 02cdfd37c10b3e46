import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';

const DOTS_PER_INCH = 40;

/** A page as a small grey PNG, drawn by poppler. */
export function pageImage(pdf: Uint8Array, page: number): Uint8Array {
  const dir = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    const path = join(dir, 'paper.pdf');
    writeFileSync(path, pdf);
    const at = String(page);
    const drawn = spawnSync(
      'pdftoppm',
      [
        '-r',
        String(DOTS_PER_INCH),
        '-gray',
        '-png',
        '-singlefile',
        '-f',
        at,
        '-l',
        at,
        path,
        join(dir, 'page'),
      ],
      { encoding: 'utf8' },
    );
    if (drawn.error)
      throw new Error('pdftoppm 没有安装：页面图像测试需要 poppler-utils（apt-get install poppler-utils）');
    if (drawn.status !== 0) throw new Error(`pdftoppm 未能画出第${page}页：${drawn.stderr}`);
    return new Uint8Array(readFileSync(join(dir, 'page.png')));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

interface Grey {
  readonly width: number;
  readonly height: number;
  /** Mean darkness of squares of the page, row by row. */
  readonly squares: readonly number[];
}

/** Squares of this many pixels: how poppler smooths an edge differs from version to version. */
const SQUARE = 4;

function greyOf(png: Uint8Array): Grey {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  const across = Math.ceil(width / SQUARE);
  const sums = new Array<number>(across * Math.ceil(height / SQUARE)).fill(0);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const square = Math.floor(y / SQUARE) * across + Math.floor(x / SQUARE);
      sums[square] = (sums[square] ?? 0) + (data[4 * (y * width + x)] ?? 0);
    }
  }
  return { width, height, squares: sums.map((sum) => sum / SQUARE ** 2) };
}

/** How far a square's grey (0–255) may be off before it counts as different. */
const TOLERANCE = 24;

/** The share of a page that looks different, from 0 to 1; 1 where the pages have different sizes. */
export function difference(found: Uint8Array, expected: Uint8Array): number {
  const [one, other] = [greyOf(found), greyOf(expected)];
  if (one.width !== other.width || one.height !== other.height) return 1;
  const off = one.squares.filter((grey, index) => Math.abs(grey - (other.squares[index] ?? 0)) > TOLERANCE);
  return off.length / one.squares.length;
}
