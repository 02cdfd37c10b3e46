import type { FaceRole } from '../documents/layout.ts';

/**
 * Names of the faces GB/T 9704 asks for, in Chinese and Latin, best first: as Windows, UOS, Kylin, WPS and the CESI
 * (电子标准院) fonts carry them.
 */
export const OFFICE_NAMES: Readonly<Record<FaceRole, readonly string[]>> = {
  title: [
    '方正小标宋简体',
    '方正小标宋_GBK',
    'FZXiaoBiaoSong-B05S',
    'FZXiaoBiaoSong-B05',
    'FZXiaoBiaoSong-B05S-GBK',
    'FZXBSJW--GB1-0',
    'FZXBSK--GBK1-0',
    'CESI小标宋-GB2312',
    'CESI小标宋-GB13000',
    'CESI_XBS_GB2312',
    '文鼎小标宋简',
    '小标宋',
  ],
  body: [
    '仿宋',
    'FangSong',
    '仿宋_GB2312',
    'FangSong_GB2312',
    '华文仿宋',
    'STFangsong',
    '方正仿宋_GBK',
    '方正仿宋简体',
    'FZFangSong-Z02',
    'FZFangSong-Z02S',
    'FZFSK--GBK1-0',
    'CESI仿宋-GB13000',
    'CESI仿宋-GB2312',
    'CESI_FS_GB2312',
  ],
  hei: [
    '黑体',
    'SimHei',
    '华文黑体',
    'STHeiti',
    '方正黑体_GBK',
    '方正黑体简体',
    'FZHei-B01',
    'FZHei-B01S',
    'FZHTK--GBK1-0',
    'CESI黑体-GB13000',
    'CESI黑体-GB2312',
    'CESI_HT_GB2312',
  ],
  kai: [
    '楷体',
    'KaiTi',
    '楷体_GB2312',
    'KaiTi_GB2312',
    '华文楷体',
    'STKaiti',
    '方正楷体_GBK',
    '方正楷体简体',
    'FZKai-Z03',
    'FZKai-Z03S',
    'FZKTK--GBK1-0',
    'CESI楷体-GB13000',
    'CESI楷体-GB2312',
    'CESI_KT_GB2312',
  ],
  song: [
    '宋体',
    'SimSun',
    'NSimSun',
    '华文宋体',
    'STSong',
    '方正书宋_GBK',
    'FZShuSong-Z01',
    'CESI宋体-GB13000',
    'CESI宋体-GB2312',
  ],
};

/** For characters outside the usual sets (GB 18030 level 3), whatever the role; as this PC has them. */
export const RARE_NAMES: readonly string[] = [
  'SimSun-ExtB',
  'SimSun-ExtG',
  'Plangothic P1',
  'Plangothic P2',
  'BabelStone Han',
  'MingLiU-ExtB',
];

/**
 * Only files whose names may be an office face are opened: reading the name tables of all the fonts of a PC would
 * take seconds.
 */
export const LIKELY_FILE =
  /fang|simf|simhei|simkai|simsun|kai|hei|song|xbs|cesi|^fz|^st[fhks]|仿宋|黑体|楷体|宋体|小标宋|plangothic|babelstone|mingliu.*extb|extb|extg/i;
