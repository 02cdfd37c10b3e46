interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const DEFAULT_SIZE = { width: 1366, height: 768 } as const;
const SMALLEST_SIZE = { width: 1024, height: 640 } as const;

/** At least this much of the title bar has to be within reach of the mouse. */
const GRIP = { width: 120, height: 32 } as const;

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);

const isReachable = (bounds: Bounds, area: Bounds): boolean =>
  overlap(bounds.x, bounds.width, area.x, area.width) >= GRIP.width &&
  overlap(bounds.y, GRIP.height, area.y, area.height) >= GRIP.height;

const centredIn = (area: Bounds, size: { readonly width: number; readonly height: number }): Bounds => {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
};

/**
 * How small the window may be made. At 200 % scaling a screen of 1366×768 measures 683×384: a window that may not be
 * smaller than usual would have its right and lower edge outside of it.
 */
export const smallestSize = (workAreas: readonly Bounds[]) => ({
  width: Math.min(SMALLEST_SIZE.width, ...workAreas.map((area) => area.width)),
  height: Math.min(SMALLEST_SIZE.height, ...workAreas.map((area) => area.height)),
});

/**
 * Where the window goes. The remembered place is kept while its title bar is on a screen that is still there
 * (a projector unplugged, another resolution); otherwise the window is centred on the first screen and fits it.
 */
export function placeWindow(remembered: Bounds | undefined, workAreas: readonly Bounds[]): Bounds {
  const [first] = workAreas;
  if (!first) return { x: 0, y: 0, ...DEFAULT_SIZE };
  if (!remembered) return centredIn(first, DEFAULT_SIZE);
  const home = workAreas.find((area) => isReachable(remembered, area));
  if (!home) return centredIn(first, remembered);
  return {
    ...remembered,
    width: Math.min(remembered.width, home.width),
    height: Math.min(remembered.height, home.height),
  };
}
