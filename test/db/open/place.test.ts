import { expect, it } from 'vitest';
import { placeWarnings } from '../../../db/open/place.ts';

const MOUNTS = [
  'rootfs / rootfs rw 0 0',
  '/dev/sda1 / ext4 rw 0 0',
  '//server/share /mnt/share cifs rw 0 0',
  '/dev/sdb1 /media/user/U\\040盘 exfat rw 0 0',
  'server:/home /home/nfs nfs4 rw 0 0',
].join('\n');

const codes = (dataDir: string) =>
  placeWarnings(dataDir, MOUNTS).map(({ code, severity }) => `${severity} ${code}`);

it.each([
  ['/home/user/.config/workshop-desk', []],
  ['C:\\Users\\user\\AppData\\Roaming\\workshop-desk', []],
  ['/home/nfsother/data', []],
  ['/mnt/share/数据', ['warning data.onNetwork']],
  ['/home/nfs', ['warning data.onNetwork']],
  ['\\\\server\\share\\数据', ['warning data.onNetwork']],
  ['/media/user/U 盘/数据', ['warning data.onRemovable']],
  ['C:\\Users\\user\\OneDrive - 示例县\\数据', ['warning data.inCloudFolder']],
])('%s', (dataDir, expected) => {
  expect(codes(dataDir)).toEqual(expected);
});
