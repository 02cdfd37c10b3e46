import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describeBagFault,
  isHarmlessExtra,
  isReservedName,
  packageFolderName,
  safeFileName,
} from '../../../db/model/package.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('safeFileName', () => {
  it.each([
    ['示例县市场监督管理局', '示例县市场监督管理局'],
    ['𠮷记/豆腐:坊?', '𠮷记_豆腐_坊_'],
    ['a\u0000b\r\nc\u202ed', 'a_b__c_d'],
    ['50%折扣', '50％折扣'],
    ['尾部. . ', '尾部'],
    ['e\u0301', '\u00e9'],
    ['con', '_con'],
    ['LPT1.xlsx', '_LPT1.xlsx'],
    ['console', 'console'],
    ['~$名单.xlsx', '$名单.xlsx'],
    ['thumbs.db', '_thumbs.db'],
    ['.~方案.wps', '方案.wps'],
    [' ..', '未命名'],
    ['', '未命名'],
  ])('%j → %j', (name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });

  it('keeps rare characters whole and the name within what a disk allows', () => {
    expect(safeFileName('𠮷'.repeat(200))).toBe('𠮷'.repeat(45));
    expect(bytes(`${packageFolderName('𠮷'.repeat(60), 2026, 'roster', 1)}.未完成-0a1b2c3d`)).toBeLessThan(
      255,
    );
  });

  it('gives a legal name for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = safeFileName(text);
        expect(name).not.toMatch(/[\\/:*?"<>|%\p{Cc}]/u);
        expect(name).not.toMatch(/[. ]$/);
        expect(name).toBe(name.normalize('NFC'));
        expect(isReservedName(name) || isHarmlessExtra(name)).toBe(false);
        expect(bytes(name)).toBeLessThanOrEqual(181);
        expect(name).not.toBe('');
      }),
    );
  });
});

describe('packageFolderName', () => {
  it('says whose, when, what and which', () => {
    expect(packageFolderName('示例县市场监督管理局', 2026, 'plans', 3)).toBe(
      '报送包_示例县市场监督管理局_2026_改造方案_03',
    );
  });
});

describe('isHarmlessExtra', () => {
  it.each([
    'data/~$01_创建名单.xlsx',
    'data/.~方案.wps',
    'data/~$方案.docx',
    'Thumbs.db',
    'data/thumbs.db',
    'data/附件/desktop.ini',
    '.DS_Store',
  ])('knows %s', (path) => {
    expect(isHarmlessExtra(path)).toBe(true);
  });
  it.each([
    'data/名单~$.xlsx',
    'data/Thumbs.db.exe',
    'data/~$目录/a.xlsx',
    'autorun.inf',
    '~$名单.exe',
    '~$xlsx',
  ])('does not excuse %s', (path) => {
    expect(isHarmlessExtra(path)).toBe(false);
  });
});

describe('describeBagFault', () => {
  it('names the file', () => {
    expect(describeBagFault({ kind: 'altered', path: 'data/a.pdf' })).toBe('内容已被改动：data/a.pdf');
    expect(describeBagFault({ kind: 'malformed', path: 'bagit.txt', detail: '版本不支持' })).toBe(
      'bagit.txt：版本不支持',
    );
  });
});
