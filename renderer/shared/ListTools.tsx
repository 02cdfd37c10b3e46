import { CopyOutlined, FileExcelOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ListContent, SavedView } from '../../db/model/lists.ts';
import { SavedViewsMenu } from './SavedViewsMenu.tsx';
import { useListExport } from './useListExport.ts';

/** What each list is called in its workbook, by the id it is remembered under. */
const LIST_NAMES: Readonly<Record<string, string>> = {
  workshops: '小作坊',
  selection: '申请遴选',
  ranking: '择优排序',
  plans: '改造方案',
  works: '建设实施',
  assistance: '帮扶',
  helpers: '帮扶责任人',
  visits: '帮扶记录',
  audit: '操作记录',
  recycle: '回收站',
};

interface Props {
  readonly listId: string;
  readonly name: string | undefined;
  readonly view: Omit<SavedView, 'name'>;
  readonly onApply: (view: SavedView) => void;
  /** The rows and columns shown now; asked for only when they are needed. */
  readonly content: () => Pick<ListContent, 'columns' | 'rows'>;
  /** Which filters are on, in words. */
  readonly filters: string;
}

/** Beside every list: its saved views, and the way to Excel. */
export function ListTools({ listId, name, view, onApply, content, filters }: Props) {
  const { save, running } = useListExport();
  const title = `${name ?? LIST_NAMES[listId] ?? ''}一览表`;
  return (
    <>
      <SavedViewsMenu listId={listId} current={view} onApply={onApply} />
      <Button
        icon={<FileExcelOutlined />}
        loading={running}
        onClick={() => void save({ title, filters, ...content() })}
      >
        导出Excel
      </Button>
    </>
  );
}

/** For the selected rows: onto the clipboard as a spreadsheet takes them. */
export function CopyRows({ content }: Pick<Props, 'content'>) {
  const { copy } = useListExport();
  return (
    <Button icon={<CopyOutlined />} onClick={() => void copy(content())}>
      复制
    </Button>
  );
}
