import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import type { PickedPath, PickPurpose } from '../../db/model/desk.ts';
import type { Problem } from '../../db/model/problems.ts';
import { problemsOf } from '../problems.ts';
import { saveBytes } from './FilePick.tsx';
import { useOpenPath } from './useOpenPath.ts';

interface MadeFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

interface Saving {
  readonly make: () => Promise<MadeFile>;
  readonly purpose: PickPurpose;
  /** 已导出12条 */
  readonly said: string;
}

const SECONDS = 8;

/** Says where a file went, with the way to open it. */
const savedNote = (said: string, file: PickedPath, onOpen: () => void) => (
  <Flex gap={8} align="center" component="span">
    {said}：{file.name}
    <Button type="link" size="small" onClick={onOpen}>
      打开
    </Button>
  </Flex>
);

/** Makes a file, saves it where the clerk says, and tells how it went. */
export function useSaveFile() {
  const { message } = App.useApp();
  const openPath = useOpenPath();
  const [running, setRunning] = useState(false);
  const refuse = (problems: readonly Problem[]): void => {
    message.error({ content: problems.map((one) => one.message).join('；'), duration: SECONDS });
  };
  const save = async ({ make, purpose, said }: Saving): Promise<void> => {
    setRunning(true);
    try {
      const saved = await saveBytes(await make(), purpose);
      if (saved?.ok) {
        const file = saved.value;
        const content = savedNote(said, file, () => void openPath(file.token));
        message.success({ content, duration: SECONDS });
      } else if (saved) refuse(saved.problems);
    } catch (error) {
      refuse(problemsOf(error));
    } finally {
      setRunning(false);
    }
  };
  return { save, running };
}
