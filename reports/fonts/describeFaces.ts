import type { FaceSample, FaceView } from '../../db/model/faces.ts';
import type { ParsedFont } from './face.ts';
import { FACE_ROLES, type FontSources, loadFaces } from './faces.ts';

const SAMPLE = '食品加工小作坊改造提升方案 2026年';
/** Units of the drawing; it is shown at any size. */
const EM = 100;
const HEIGHT = 1.2 * EM;
const BASELINE = 0.98 * EM;

/** A line set in a font, as the outline of its glyphs. */
function sampleOf({ font }: ParsedFont): FaceSample {
  const scale = EM / font.unitsPerEm;
  let x = 0;
  const paths = [...SAMPLE].map((character) => {
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    const path = glyph.path.transform(scale, 0, 0, -scale, x, BASELINE).toSVG();
    x += glyph.advanceWidth * scale;
    return path;
  });
  return { width: Math.ceil(x), height: HEIGHT, path: paths.join('').replace(/(\.\d)\d+/g, '$1') };
}

/** What each role is set in on this PC. */
export function describeFaces(sources: FontSources): readonly FaceView[] {
  const { found } = loadFaces(sources);
  return FACE_ROLES.map((role) => {
    const { origin, family, fileName, font } = found[role];
    const chosenIsMissing = sources.chosen?.[role] !== undefined && origin !== 'chosen';
    return { role, origin, family, fileName, chosenIsMissing, sample: sampleOf(font) };
  });
}
