import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCharacters } from '../../../reports/fonts/checkCharacters.ts';
import { fontsInFile } from '../../../reports/fonts/face.ts';
import { FACE_ROLES, loadFaces } from '../../../reports/fonts/faces.ts';
import { breakLines } from '../../../reports/pdf/lines.ts';
import { planPaper, rosterPaper } from '../documents/samples.ts';
import { faces, fontsDir } from '../read.ts';

describe('loadFaces', () => {
  it('takes the faces the program carries where the PC has none', () => {
    expect(faces.chains.body[0]?.name).toBe('NotoSerifSC-Regular');
    expect(faces.chains.hei[0]?.name).toBe('NotoSansSC-Bold');
    expect(faces.chains.title[0]?.name).toBe('NotoSerifSC-Bold');
  });

  it('parses a face once a process', () => {
    const sources = { fontsDir, searchDirs: [] };
    expect(loadFaces(sources)).toBe(loadFaces({ ...sources }));
    const path = join(fontsDir, 'NotoSerifSC_400Regular.ttf');
    expect(fontsInFile(path)).toBe(fontsInFile(path));
  });

  it('passes over a damaged font file on the PC', () => {
    const dir = mkdtempSync(join(tmpdir(), 'fonts-'));
    try {
      writeFileSync(join(dir, 'simfang.ttf'), 'not a font');
      copyFileSync(join(fontsDir, 'NotoSansSC_400Regular.ttf'), join(dir, 'simhei.ttf'));
      expect(loadFaces({ fontsDir, searchDirs: [dir] }).chains.body[0]?.name).toBe('NotoSerifSC-Regular');
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  it('gives every face the same height, so that lines lie where they lie', () => {
    const style = { faces, role: 'body' as const, size: 10, width: 100, indent: 0 };
    expect(breakLines('汉'.repeat(28), { ...style, size: 15.79, width: 442.21 })).toHaveLength(1);
    expect(breakLines('汉'.repeat(29), { ...style, size: 15.79, width: 442.21 })).toHaveLength(2);
  });
});

/** Every ideograph GB 18030-2022 level 3 asks for, and the 214 radicals. */
const LEVEL_THREE: readonly (readonly [from: number, to: number])[] = [
  [0x4e00, 0x9fef],
  [0x3400, 0x4db5],
  [0x20000, 0x2a6d6],
  [0x2a700, 0x2b734],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
  [0x2f00, 0x2fd5],
];

describe('GB 18030-2022 level 3', () => {
  it('has a face with a glyph for each of its characters', () => {
    const missing = LEVEL_THREE.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index).filter(
        (codePoint) => faces.faceFor('body', codePoint) === undefined,
      ),
    );
    expect(missing.map((one) => one.toString(16))).toEqual([]);
  });

  it('has the same faces in every role, so that what prints in one prints in all', () => {
    const sets = FACE_ROLES.map((role) => faces.chains[role].map((face) => face.name).sort());
    for (const set of sets) expect(set).toEqual(sets[0]);
  });

  it('names an emoji for what it is', () => {
    const paper = planPaper();
    const [found] = checkCharacters({ ...paper, programmeName: '示例🍜' }, faces);
    expect(found).toMatchObject({ code: 'characters.emoji', found: 'U+1F35C' });
  });

  it('opens the large face only for a character that needs it', () => {
    expect(faces.faceFor('body', 0x20bb7)?.family).toBe('HanaMinB');
    expect(faces.faceFor('body', 0x4dae)?.family).toBe('Noto Serif SC');
  });
});

describe('breakLines', () => {
  const broken = (text: string, ems: number) =>
    breakLines(text, { faces, role: 'body', size: 10, width: ems * 10, indent: 0 }).map((line) =>
      line.runs.map((run) => run.text).join(''),
    );

  it('keeps closing punctuation off the start and opening off the end of a line', () => {
    expect(broken('一二三四。五六', 4)).toEqual(['一二三', '四。五六']);
    expect(broken('一二三（四五）', 4)).toEqual(['一二三', '（四五）']);
  });

  it('keeps numbers and words whole unless they are longer than a line', () => {
    expect(broken('一二三12,000元', 5)).toEqual(['一二三', '12,000元']);
    expect(broken('9'.repeat(20), 4).join('')).toBe('9'.repeat(20));
  });

  it('drops what leaves no mark and keeps line breaks', () => {
    expect(broken('甲\u200b乙\ufe0f', 9)).toEqual(['甲乙']);
    expect(broken('甲\n\n乙', 9)).toEqual(['甲', '', '乙']);
  });
});

describe('checkCharacters', () => {
  const named = (workshopName: string) => {
    const paper = planPaper();
    return checkCharacters({ ...paper, record: { ...paper.record, workshopName } }, faces);
  };

  it('lets rare characters through that a face has, and the dot in a name', () => {
    expect(named('䶮㛃𬴂𠮷𪚥·示例')).toEqual([]);
  });

  it('names what no face has, with its field, before anything is made', () => {
    const [problem, ...others] = named('示例𰀀作坊');
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'characters.noFace', severity: 'error', found: 'U+30000' });
    expect(problem?.message).toContain('小作坊名称中的“𰀀”（U+30000）没有可用字体');
  });

  it('names private-use characters even where a font happens to have them', () => {
    expect(named('示例\ue000')[0]).toMatchObject({ code: 'characters.privateUse', found: 'U+E000' });
  });

  it('names the row of a list', () => {
    const paper = rosterPaper(3);
    const entries = paper.entries.map((entry) =>
      entry.position === 2 ? { ...entry, ownerName: '𰀀' } : entry,
    );
    expect(checkCharacters({ ...paper, entries }, faces)[0]?.message).toContain('名单第2行业主姓名中的“𰀀”');
  });
});
