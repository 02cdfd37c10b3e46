import { useState } from 'react';
import type { PackageVerification } from '../../db/model/contract/papers.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import type { SubmissionKind } from '../../db/model/terms.ts';
import { client } from '../api.ts';
import { type LongWork, useLongWork } from '../shared/useLongWork.ts';

export interface WrittenPackage {
  readonly kind: SubmissionKind;
  readonly folderName: string;
  readonly folderToken: string;
  readonly manifestCode: string;
}

export interface PackageWork {
  readonly work: LongWork;
  readonly written: WrittenPackage | undefined;
  readonly verification: PackageVerification | undefined;
  readonly write: (kind: SubmissionKind, folder: PickedPath) => Promise<void>;
  readonly verify: (folder: PickedPath) => Promise<void>;
  readonly clear: () => void;
}

/** Writing packages and checking them, one at a time, with their outcomes. */
export function usePackageWork(): PackageWork {
  const work = useLongWork();
  const [written, setWritten] = useState<WrittenPackage>();
  const [verification, setVerification] = useState<PackageVerification>();
  const write = async (kind: SubmissionKind, folder: PickedPath): Promise<void> => {
    setWritten(undefined);
    setVerification(undefined);
    const result = await work.run('正在写入报送包', (signal) =>
      client.packages.write({ kind, folder: folder.token }, { signal }),
    );
    if (result?.ok) setWritten({ kind, ...result.value });
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
