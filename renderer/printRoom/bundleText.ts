import type { BundleView } from '../../db/model/contract/printRoom.ts';

/** `36份材料各2份，共172页（其中空白背面14页），双面打印用纸86张` */
export function bundleText({ papers, pages, blanks }: BundleView, duplex: boolean, copies: number): string {
  const backs = blanks > 0 ? `（其中空白背面${blanks}页）` : '';
  const sheets = duplex ? `双面打印用纸${Math.ceil(pages / 2)}张` : `单面打印用纸${pages}张`;
  const each = copies > 1 ? `各${copies}份` : '';
  return `${papers}份材料${each}，共${pages}页${backs}，${sheets}`;
}
