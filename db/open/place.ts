import { type Problem, warning } from '../model/problems.ts';

/** One mounted file system, as `/proc/mounts` lists it. */
interface Mount {
  readonly point: string;
  readonly type: string;
}

const NETWORK = /^(nfs\d?|cifs|smb3|smbfs|fuse\.sshfs|fuse\.rclone|davfs|9p|afpfs)$/;
const REMOVABLE = /^(vfat|exfat|msdos|fuseblk)$/;

const plainPoint = (text: string): string =>
  text.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));

const mountsIn = (text: string): readonly Mount[] =>
  text.split('\n').flatMap((line) => {
    const [, point, type] = line.split(' ');
    return point && type ? [{ point: plainPoint(point), type }] : [];
  });

const holds = (point: string, path: string): boolean =>
  path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`);

const onNetwork = (found: string): Problem =>
  warning(
    'data.onNetwork',
    '数据文件夹在网络共享上，断网或多人同开会损坏数据。请改放本机硬盘，用备份功能向外复制。',
    { found },
  );

const onStick = (found: string): Problem =>
  warning(
    'data.onRemovable',
    '数据文件夹似乎在移动磁盘上，拔出时可能损坏数据。请改放本机硬盘，用备份功能复制到移动磁盘。',
    { found },
  );

const inCloud = (found: string): Problem =>
  warning('data.inCloudFolder', '数据文件夹在网盘同步目录内，同步可能损坏数据。请改放不同步的本机目录。', {
    found,
  });

/** Whether a path is a poor place for live data (anchors.md §3), as far as it can be told without asking the system. */
export function placeWarnings(dataDir: string, mountTable: string): readonly Problem[] {
  if (
    /(^|[\\/])(OneDrive|Dropbox|坚果云|百度网盘|BaiduSyncdisk|WPS云盘|WPSDrive)([^\\/]*)([\\/]|$)/i.test(
      dataDir,
    )
  )
    return [inCloud(dataDir)];
  if (/^(\\\\|\/\/)[^\\/?.]/.test(dataDir)) return [onNetwork(dataDir)];
  const mount = mountsIn(mountTable)
    .filter(({ point }) => holds(point, dataDir))
    .reduce<Mount | undefined>(
      (best, one) => (best && best.point.length > one.point.length ? best : one),
      undefined,
    );
  if (!mount) return [];
  if (NETWORK.test(mount.type)) return [onNetwork(mount.point)];
  return REMOVABLE.test(mount.type) ? [onStick(mount.point)] : [];
}
