import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { PickedPath } from '../../db/model/desk.ts';
import { client } from '../api.ts';
import { desk } from '../desk.ts';
import { useSaveFile } from '../shared/useSaveFile.tsx';
import { ImportWorksModal } from './ImportWorksModal.tsx';

/** 改造进度 of many workshops by workbook: the template with what is recorded, and the way back in. */
export function WorksImportMenu() {
  const { message } = App.useApp();
  const [file, setFile] = useState<PickedPath>();
  const template = useSaveFile();
  const saveTemplate = (): Promise<void> =>
    template.save({ make: () => client.works.importTemplate(), purpose: 'documents', said: '模板已保存' });
  const items = [
    { key: 'template', label: '下载进度模板…', onClick: () => void saveTemplate() },
    {
      key: 'import',
      label: '从Excel导入进度…',
      onClick: () => void desk.pickFile({ purpose: 'worksWorkbook' }).then(setFile),
    },
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button>批量登记进度</Button>
      </Dropdown>
      {file && (
        <ImportWorksModal
          file={file}
          onClose={() => setFile(undefined)}
          onImported={(count) => {
            setFile(undefined);
            message.success(`已导入${count}项任务的进度`);
          }}
        />
      )}
    </>
  );
}
