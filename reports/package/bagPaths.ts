import { isHarmlessExtra, isReservedName } from '../../db/model/package.ts';

/** RFC 8493 §2.1.3: in a manifest `%`, CR and LF, and only those, are percent-encoded. */
export const encodePath = (path: string): string =>
  path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const DECODED: Readonly<Record<string, string>> = { '%25': '%', '%0D': '\r', '%0A': '\n' };

/** Any other `%` stands for itself: bags of older tools hold it unencoded. */
export const decodePath = (path: string): string =>
  path.replace(/%(25|0D|0A)/gi, (sequence) => DECODED[sequence.toUpperCase()] ?? sequence);

/** What Windows takes for one and the same file gets the same key. */
export const collisionKey = (path: string): string => path.normalize('NFC').toLowerCase();

/** Why a path listed in a manifest must not be followed; undefined when it stays inside the bag. */
export function escapeFault(path: string): string | undefined {
  if (path.includes('\0')) return '路径含有空字符';
  if (path.includes('\\')) return '路径含有反斜杠，应使用 /';
  if (path.startsWith('/') || path.startsWith('~')) return '路径是绝对路径，应为报送包内的相对路径';
  if (/^[a-z]:/i.test(path)) return '路径带有盘符，应为报送包内的相对路径';
  const segments = path.split('/');
  if (segments.includes('..')) return '路径含有 ..，指向报送包之外';
  if (segments.some((segment) => segment === '' || segment === '.')) return '路径含有空的一段或单独的点';
  return undefined;
}

const LONGEST_NAME_BYTES = 255;

function segmentFault(segment: string): string | undefined {
  if (/[\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/u.test(segment)) return '含有文件名不允许的字符';
  if (segment.includes('%')) return '含有 %，sha256sum 将找不到该文件';
  if (/^\s|[.\s]$/.test(segment)) return '开头或末尾有空格或点';
  if (isReservedName(segment)) return '是 Windows 的保留名称';
  if (isHarmlessExtra(segment)) return '与系统或办公软件的临时文件同名';
  if (Buffer.byteLength(segment) > LONGEST_NAME_BYTES) return '过长';
  return undefined;
}

/** Why a file of ours may not bear this path under `data/`: it must open on Windows and pass `sha256sum -c`. */
export function payloadPathFault(path: string): string | undefined {
  if (path !== path.normalize('NFC')) return '不是规范的 Unicode 组合形式（NFC）';
  const outside = escapeFault(path);
  if (outside) return outside;
  return path
    .split('/')
    .map(segmentFault)
    .find((fault) => fault !== undefined);
}
