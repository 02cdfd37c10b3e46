import { App } from 'antd';
import { useState } from 'react';
import type { ListContent } from '../../db/model/lists.ts';
import { client } from '../api.ts';
import { problemsOf } from '../problems.ts';
import { exportedNote } from './exportedNote.tsx';
import { saveBytes } from './FilePick.tsx';
import { listTsv } from './listValues.ts';

/** Saves a list as a workbook where the clerk says, or puts it on the clipboard; tells how it went. */
export function useListExport() {
  const { message } = App.useApp();
  const [running, setRunning] = useState(false);

  const save = async (content: ListContent): Promise<void> => {
    setRunning(true);
    try {
      const saved = await saveBytes(await client.lists.export(content), 'documents');
      if (saved?.ok) {
        message.success({ content: exportedNote(content.rows.length, saved.value), duration: 8 });
      } else if (saved) message.error(saved.problems.map((one) => one.message).join('；'));
    } catch (error) {
      message.error({
        content: problemsOf(error)
          .map((one) => one.message)
          .join('；'),
        duration: 8,
      });
    } finally {
      setRunning(false);
    }
  };

  const copy = async (content: Pick<ListContent, 'columns' | 'rows'>): Promise<void> => {
    await navigator.clipboard.writeText(listTsv(content)).then(
      () => message.success(`已复制${content.rows.length}条，可粘贴到Excel或WPS表格`),
      () => message.error('没有复制成功，请重试或改用“导出Excel”'),
    );
  };
  return { save, copy, running };
}
