import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeFaces } from '../../../reports/fonts/describeFaces.ts';
import { loadFaces } from '../../../reports/fonts/faces.ts';
import { checkFontFile } from '../../../reports/fonts/fontFile.ts';
import { makePaper } from '../../../reports/makePaper.ts';
import { collectionOf, renamedFont, tallFont, withoutTrueType } from '../../fixtures/fonts.ts';
import { planPaper } from '../documents/samples.ts';
import { fontsDir, pdfFonts, pdfLines, pdfText } from '../read.ts';

const source = readFileSync(join(fontsDir, 'NotoSansSC_400Regular.ttf'));
const fangsong = renamedFont(source, { family: 'FangSong', familyInChinese: '仿宋', postscript: 'FangSong' });
const songs = collectionOf([
  renamedFont(source, { family: 'SimSun', familyInChinese: '宋体', postscript: 'SimSun' }),
  renamedFont(source, { family: 'KaiTi', familyInChinese: '楷体', postscript: 'KaiTi' }),
]);

let dir = '';
const put = (name: string, bytes: Uint8Array): string => {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  return path;
};

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'faces-'));
  mkdirSync(join(dir, 'pc'));
  put('pc/simfang.ttf', fangsong);
  put('pc/simsun.ttc', songs);
  put('pc/simhei.ttf', withoutTrueType(source));
});
afterAll(() => rmSync(dir, { recursive: true }));

const sources = () => ({ fontsDir, searchDirs: [join(dir, 'pc')] });

describe('faces of the PC', () => {
  it('are found by their names, in a collection too; what no PDF can carry is passed over', () => {
    const { found } = loadFaces(sources());
    expect(found.body).toMatchObject({ origin: 'pc', family: '仿宋', fileName: 'simfang.ttf' });
    expect(found.song).toMatchObject({ origin: 'pc', family: '宋体', fileName: 'simsun.ttc' });
    expect(found.kai).toMatchObject({ origin: 'pc', family: '楷体', fileName: 'simsun.ttc' });
    expect(found.hei).toMatchObject({ origin: 'carried', family: 'Noto Sans SC' });
    expect(found.title.origin).toBe('carried');
  });

  it('print with the same lines as the carried ones, and the text copies out', async () => {
    const make = async (environment: Parameters<typeof makePaper>[2]) => {
      const made = await makePaper(planPaper(), 'pdf', environment);
      if (!made.ok) throw new Error('not made');
      return made.value.bytes;
    };
    mkdirSync(join(dir, 'tall'));
    const serif = tallFont(readFileSync(join(fontsDir, 'NotoSerifSC_400Regular.ttf')));
    put('tall/simfang.ttf', renamedFont(serif, { family: 'FangSong', postscript: 'FangSong' }));
    const ours = await make({ fontsDir, searchDirs: [] });
    const theirs = await make({ fontsDir, searchDirs: [join(dir, 'tall')] });
    expect(pdfFonts(theirs)).toMatch(/\+FangSong .* yes yes yes/);
    expect(pdfLines(theirs)).toEqual(pdfLines(ours));
    expect(pdfText(theirs)).toBe(pdfText(ours));
  });
});

describe('a font file the office points to', () => {
  it('comes before what the PC has, and is missed when it is gone', () => {
    const path = put(
      'own.ttf',
      renamedFont(source, { family: 'Own', familyInChinese: '示例体', postscript: 'Own' }),
    );
    const chosen = { body: { path, face: 'Own', fileName: '示例体.ttf' } };
    const [, body] = describeFaces({ ...sources(), chosen });
    expect(body).toMatchObject({ role: 'body', origin: 'chosen', family: '示例体', fileName: '示例体.ttf' });
    expect(body?.sample.path).toMatch(/^M[\d.]/);
    const gone = { body: { path: join(dir, 'gone.ttf'), face: 'Own', fileName: '示例体.ttf' } };
    expect(describeFaces({ ...sources(), chosen: gone })[1]).toMatchObject({
      origin: 'pc',
      family: '仿宋',
      chosenIsMissing: true,
    });
  });

  const codesOf = (path: string, face?: string) => {
    const checked = checkFontFile(path, 'kai', face);
    return checked.ok ? checked.value.face : checked.problems.map((one) => one.code);
  };

  it('is taken when it is TrueType and has the common characters', () => {
    expect(codesOf(put('a.ttf', fangsong))).toBe('FangSong');
    expect(codesOf(put('b.ttc', songs))).toBe('KaiTi');
    expect(codesOf(put('b.ttc', songs), 'SimSun')).toBe('SimSun');
    expect(codesOf(put('b.ttc', songs), 'SimHei')).toEqual(['face.which']);
  });

  it('asks which font of a collection is meant by the names a clerk knows, of those that can be used', () => {
    const song = renamedFont(source, { family: 'SimSun', familyInChinese: '宋体', postscript: 'SimSun' });
    const newSong = renamedFont(source, {
      family: 'NSimSun',
      familyInChinese: '新宋体',
      postscript: 'NSimSun',
    });
    const outlined = withoutTrueType(
      renamedFont(source, { family: 'Ming', familyInChinese: '明体', postscript: 'Ming' }),
    );
    const path = put('f.ttc', collectionOf([song, newSong, outlined]));
    const asked = checkFontFile(path, 'kai');
    expect(asked.ok ? '' : asked.problems[0]?.expected).toBe('宋体、新宋体');
    expect(codesOf(path, '新宋体')).toBe('NSimSun');
    expect(codesOf(put('g.ttc', collectionOf([outlined, outlined])))).toEqual(['face.outlines']);
  });

  it('is refused with a sentence otherwise', () => {
    expect(codesOf(put('c.ttf', Buffer.from('no font')))).toEqual(['face.unreadable']);
    expect(codesOf(put('d.ttf', fangsong.subarray(0, 5000)))).toEqual(['face.unreadable']);
    expect(codesOf(put('e.ttf', withoutTrueType(source)))).toEqual(['face.outlines']);
    expect(codesOf(join(fontsDir, 'HanaMinB.ttf'))).toEqual(['face.incomplete']);
    expect(codesOf(join(dir, 'missing.ttf'))).toEqual(['face.unreadable']);
  });
});
