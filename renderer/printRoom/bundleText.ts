import type { BundleView } from '../../db/model/contract/printRoom.ts';

/** `36份材料，共86页（其中空白背面7页），双面打印用纸43张` */
export function bundleText({ papers, pages, blanks }: BundleView, duplex: boolean): string {
  const backs = blanks > 0 ? `（其中空白背面${blanks}页）` : '';
  const sheets = duplex ? `双面打印用纸${Math.ceil(pages / 2)}张` : `单面打印用纸${pages}张`;
  return `${papers}份材料，共${pages}页${backs}，${sheets}`;
}
