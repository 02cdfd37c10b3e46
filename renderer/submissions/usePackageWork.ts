import { useState } from 'react';
import type { PackageVerification, SubmissionRow } from '../../db/model/contract/packages.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import type { SubmissionId } from '../../db/model/ids.ts';
import { client } from '../api.ts';
import { type LongWork, useLongWork } from '../shared/useLongWork.ts';

export interface Correction {
  readonly replacesId: SubmissionId;
  readonly reason: string;
}

export interface WrittenPackage {
  readonly folderName: string;
  readonly folderToken: string;
  readonly manifestCode: string;
  /** Of the encrypted file inside: shown until the message is closed, kept nowhere. */
  readonly passphrase: string | null;
}

interface PackageWork {
  readonly work: LongWork;
  readonly written: WrittenPackage | undefined;
  readonly verification: PackageVerification | undefined;
  readonly write: (
    row: Pick<SubmissionRow, 'kind' | 'month'>,
    folder: PickedPath,
    correction: Correction | null,
  ) => Promise<void>;
  readonly verify: (folder: PickedPath) => Promise<void>;
  readonly clear: () => void;
}

/** Writing packages and checking them, one at a time, with their outcomes. */
export function usePackageWork(): PackageWork {
  const work = useLongWork();
  const [written, setWritten] = useState<WrittenPackage>();
  const [verification, setVerification] = useState<PackageVerification>();
  const write: PackageWork['write'] = async ({ kind, month }, folder, correction) => {
    setWritten(undefined);
    setVerification(undefined);
    const result = await work.run('正在写入报送包', (signal) =>
      client.packages.write({ kind, month, correction, folder: folder.token }, { signal }),
    );
    if (result?.ok) setWritten(result.value);
  };
  const verify = async (folder: PickedPath): Promise<void> => {
    setVerification(undefined);
    const result = await work.run('正在校验报送包', (signal) =>
      client.packages.verify({ folder: folder.token }, { signal }),
    );
    if (result?.ok) setVerification(result.value);
  };
  const clear = (): void => {
    work.clear();
    setWritten(undefined);
    setVerification(undefined);
  };
  return { work, written, verification, write, verify, clear };
}
