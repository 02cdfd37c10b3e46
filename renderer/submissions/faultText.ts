import type { BagFault } from '../../db/model/package.ts';

const FAULTS: Readonly<Record<BagFault['kind'], string>> = {
  missing: '缺失',
  altered: '内容有改动',
  extra: '多出的文件',
  malformed: '格式不对',
  harmlessExtra: '多出的文件（无害，系统或办公软件留下的）',
};

/** What is wrong with a file of a package. */
export const faultText = (fault: BagFault): string =>
  fault.kind === 'malformed' ? `${FAULTS.malformed}：${fault.detail}` : FAULTS[fault.kind];

/** Files that office programs and Windows leave behind say nothing about the package. */
export const isRealFault = (fault: BagFault): boolean => fault.kind !== 'harmlessExtra';
