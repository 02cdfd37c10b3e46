import { type Problem, problem } from '../model/problems.ts';

const HOW = '请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（*.xlsx）”后再导入。';

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const ascii = (text: string): readonly number[] => [...text].map((one) => one.charCodeAt(0));

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** A BIFF stream without its OLE house (Excel 2 to 4). */
const BARE_BIFF = [0x09];

const OTHER_KINDS: readonly (readonly [signature: readonly number[], name: string])[] = [
  [ascii('%PDF'), 'PDF 文件'],
  [[0x89, ...ascii('PNG')], '图片'],
  [[0xff, 0xd8, 0xff], '图片'],
  [ascii('GIF8'), '图片'],
  [ascii('{\\rtf'), '写字板文档'],
  [ascii('Rar!'), '压缩包'],
  [ascii('7z'), '压缩包'],
];

export const notWorkbook = (what: string): Problem =>
  problem('import.notWorkbook', `所选文件不是 Excel 工作簿，而是${what}。${HOW}`, {
    found: what,
    expected: '.xlsx 工作簿',
  });

export const damaged = (why: string): Problem =>
  problem(
    'import.damaged',
    `工作簿已损坏或不完整（${why}），无法读取。请重新复制一份，或用 Excel、WPS 打开修复后另存。`,
    {
      found: why,
      expected: '完整的 .xlsx 工作簿',
    },
  );

export const encrypted = (): Problem =>
  problem(
    'import.encrypted',
    '工作簿设有打开密码，无法读取。请用 Excel 或 WPS 打开，取消密码并另存后再导入。',
    {
      found: '加密的工作簿',
      expected: '未加密的 .xlsx 工作簿',
    },
  );

export const tooLarge = (what: string): Problem =>
  problem(
    'import.tooLarge',
    `工作簿过大（${what}），已停止读取。请只保留申请名单所在的工作表，另存后再导入。`,
    {
      found: what,
    },
  );

function oleProblem(bytes: Buffer): Problem {
  if (bytes.includes(utf16('EncryptedPackage'))) return encrypted();
  if (bytes.includes(utf16('WordDocument'))) return notWorkbook('旧版 Word 文档（.doc）');
  return problem(
    'import.oldXls',
    `所选文件是旧版 Excel 97-2003 工作簿（.xls），改扩展名也不能直接读取。${HOW}`,
    {
      found: '.xls 工作簿',
      expected: '.xlsx 工作簿',
    },
  );
}

/** UTF-8 or GBK text with separators: what “另存为 CSV” leaves. */
function textProblem(bytes: Buffer): Problem {
  const head = bytes.subarray(0, 4096);
  if (head.includes(0) && !startsWith(head, [0xff, 0xfe])) return notWorkbook('无法识别的文件');
  const text = head
    .toString(startsWith(head, [0xff, 0xfe]) ? 'utf16le' : 'latin1')
    .replace(/^(ï»¿|\ufeff)/, '');
  if (/^\s*</.test(text)) {
    return notWorkbook(
      text.includes('urn:schemas-microsoft-com:office') ? 'XML 或网页格式的表格' : '网页或 XML 文件',
    );
  }
  if (!/[,;\t]/.test(text)) return notWorkbook('文本文件');
  return problem(
    'import.csv',
    `所选文件是 CSV 等文本表格，不带单元格格式，长号码容易丢位，因此不直接导入。${HOW}`,
    {
      found: 'CSV 文本',
      expected: '.xlsx 工作簿',
    },
  );
}

/** Why these bytes cannot be an .xlsx; `undefined` for a zip, which may be one. */
export function foreignFile(bytes: Buffer): Problem | undefined {
  if (bytes.length === 0) return notWorkbook('空文件（0 字节）');
  if (startsWith(bytes, ascii('PK'))) return undefined;
  if (startsWith(bytes, OLE) || (startsWith(bytes, BARE_BIFF) && [0, 2, 4, 8].includes(bytes[1] ?? -1))) {
    return oleProblem(bytes);
  }
  const other = OTHER_KINDS.find(([signature]) => startsWith(bytes, signature));
  return other ? notWorkbook(other[1]) : textProblem(bytes);
}

/** What a zip without a workbook in it is. */
export function foreignPackage(names: ReadonlySet<string>): Problem {
  if (names.has('word/document.xml')) return notWorkbook('Word 文档（.docx）');
  if (names.has('ppt/presentation.xml')) return notWorkbook('演示文稿（.pptx）');
  if (names.has('xl/workbook.bin')) return notWorkbook('二进制工作簿（.xlsb）');
  if (names.has('content.xml')) return notWorkbook('OpenDocument 文件（.ods）');
  return notWorkbook('压缩包');
}
