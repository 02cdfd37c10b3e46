import { App } from 'antd';
import type { ListContent } from '../../db/model/lists.ts';
import { client } from '../api.ts';
import { listTsv } from './listValues.ts';
import { useSaveFile } from './useSaveFile.tsx';

/** Saves a list as a workbook where the clerk says, or puts it on the clipboard; tells how it went. */
export function useListExport() {
  const { message } = App.useApp();
  const { save: saveFile, running } = useSaveFile();

  const save = (content: ListContent): Promise<void> =>
    saveFile({
      make: () => client.lists.export(content),
      purpose: 'documents',
      said: `已导出${content.rows.length}条`,
    });

  const copy = async (content: Pick<ListContent, 'columns' | 'rows'>): Promise<void> => {
    await navigator.clipboard.writeText(listTsv(content)).then(
      () => message.success(`已复制${content.rows.length}条，可粘贴到Excel或WPS表格`),
      () => message.error('没有复制成功，请重试或改用“导出Excel”'),
    );
  };
  return { save, copy, running };
}
