import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { PickedPath } from '../../db/model/desk.ts';
import { client, problemsOf } from '../api.ts';
import { desk } from '../desk.ts';
import { saveBytes } from '../shared/FilePick.tsx';
import { ImportWorksModal } from './ImportWorksModal.tsx';

/** 改造进度 of many workshops by workbook: the template with what is recorded, and the way back in. */
export function WorksImportMenu() {
  const { message } = App.useApp();
  const [file, setFile] = useState<PickedPath>();
  const saveTemplate = async (): Promise<void> => {
    try {
      const result = await saveBytes(await client.works.importTemplate(), 'documents');
      if (result?.ok) message.success(`已保存：${result.value.name}`);
      else if (result) message.error(result.problems.map((one) => one.message).join('；'));
    } catch (error) {
      message.error(
        problemsOf(error)
          .map((one) => one.message)
          .join('；'),
      );
    }
  };
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
