import { useQuery } from '@tanstack/react-query';
import { Alert, App, Checkbox } from 'antd';
import { useState } from 'react';
import type { PickedPath } from '../../db/model/desk.ts';
import { SETTINGS_PARTS, type SettingsPart } from '../../db/model/settingsFile.ts';
import { api, client, useAct } from '../api.ts';
import { FileImportModal } from '../shared/FileImportModal.tsx';

interface Props {
  readonly file: PickedPath;
  readonly onClose: () => void;
}

/** What a settings file would change, part by part; the bureau's own particulars only when asked for. */
export function ImportSettingsModal({ file, onClose }: Props) {
  const { message } = App.useApp();
  const preview = useQuery({
    ...api.settingsFile.preview.queryOptions({ input: { file: file.token } }),
    gcTime: 0,
  });
  const apply = useAct(client.settingsFile.apply);
  const [chosen, setChosen] = useState<readonly SettingsPart[]>();
  const found = preview.data;
  const changes = found?.changes ?? [];
  const parts = chosen ?? changes.map(({ part }) => part).filter((part) => part !== 'bureau');
  const toggle = (part: SettingsPart, on: boolean): void =>
    setChosen(on ? [...parts, part] : parts.filter((one) => one !== part));
  const run = async (): Promise<void> => {
    const done = await apply.run({ file: file.token, parts: [...parts] });
    if (!done.ok) return;
    message.success(`已导入：${done.value.applied.join('、')}`);
    onClose();
  };
  return (
    <FileImportModal
      what="设置"
      fileName={file.name}
      width={680}
      okText="导入所选"
      ready={parts.length > 0}
      preview={preview}
      apply={apply}
      onImport={run}
      onClose={onClose}
    >
      {found && (
        <span className="quiet">
          由{found.office}于{found.madeOn}导出。导入只改下列内容，不动任何记录。
        </span>
      )}
      {found && changes.length === 0 && <Alert type="info" showIcon title="与现有设置相同，不用导入" />}
      {changes.map(({ part, lines }) => (
        <div key={part}>
          <Checkbox checked={parts.includes(part)} onChange={(event) => toggle(part, event.target.checked)}>
            {SETTINGS_PARTS[part]}
          </Checkbox>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </FileImportModal>
  );
}
