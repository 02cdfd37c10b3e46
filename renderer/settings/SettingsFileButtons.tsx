import { Button } from 'antd';
import { useState } from 'react';
import type { PickedPath } from '../../db/model/desk.ts';
import { client } from '../api.ts';
import { FileButton } from '../shared/FilePick.tsx';
import { useSaveFile } from '../shared/useSaveFile.tsx';
import { ImportSettingsModal } from './ImportSettingsModal.tsx';

/** The settings as a file for another PC, and back. */
export function SettingsFileButtons() {
  const { save, running } = useSaveFile();
  const [file, setFile] = useState<PickedPath>();
  const exportIt = (): Promise<void> =>
    save({ make: () => client.settingsFile.export(), purpose: 'settings', said: '已导出设置' });
  return (
    <>
      <FileButton purpose="settings" onPicked={setFile}>
        导入设置…
      </FileButton>
      <Button loading={running} onClick={() => void exportIt()}>
        导出设置…
      </Button>
      {file && <ImportSettingsModal file={file} onClose={() => setFile(undefined)} />}
    </>
  );
}
