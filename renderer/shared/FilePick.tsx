import { Button, type ButtonProps } from 'antd';
import { useState } from 'react';
import type { PickedPath, PickPurpose } from '../../db/model/desk.ts';
import { ok, type Result } from '../../db/model/problems.ts';
import { client } from '../api.ts';
import { desk } from '../desk.ts';
import { problemsOf } from '../problems.ts';

interface Props extends Omit<ButtonProps, 'onClick'> {
  readonly purpose: PickPurpose;
  readonly onPicked: (picked: PickedPath) => void;
}

function PickButton({
  pick,
  onPicked,
  ...rest
}: ButtonProps & Pick<Props, 'onPicked'> & { pick: () => Promise<PickedPath | undefined> }) {
  const [open, setOpen] = useState(false);
  const choose = async () => {
    setOpen(true);
    const picked = await pick().finally(() => setOpen(false));
    if (picked) onPicked(picked);
  };
  return <Button {...rest} disabled={rest.disabled === true || open} onClick={() => void choose()} />;
}

/** Opens the system's dialog for one file; hands on its token. Nothing happens when the clerk cancels. */
export const FileButton = ({ purpose, ...rest }: Props) => (
  <PickButton {...rest} pick={() => desk.pickFile({ purpose })} />
);

/** The same for a folder. */
export const FolderButton = ({ purpose, ...rest }: Props) => (
  <PickButton {...rest} pick={() => desk.pickFolder({ purpose })} />
);

/** Asks where to save, then has the data host write the bytes there. `null` when the clerk cancelled. */
export async function saveBytes(
  file: { readonly bytes: Uint8Array; readonly fileName: string },
  purpose: PickPurpose,
): Promise<Result<PickedPath> | null> {
  const picked = await desk.pickSave({ purpose, suggestedName: file.fileName });
  if (!picked) return null;
  try {
    await client.system.saveFile({ token: picked.token, bytes: file.bytes });
    return ok(picked);
  } catch (error) {
    return { ok: false, problems: problemsOf(error) };
  }
}
