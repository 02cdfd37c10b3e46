import { Flex, Select } from 'antd';
import type { ShownImportPreview } from '../../db/model/contract/imports.ts';

interface Props {
  readonly preview: ShownImportPreview;
  readonly onChange: (headerRow: number) => void;
}

const SHOWN_CELLS = 6;

/** Which row is the header, for the workbook where the program took another one. */
export const HeaderRow = ({ preview, onChange }: Props) => (
  <Flex gap={8} align="center">
    表头行
    <Select
      aria-label="表头行"
      className="header-select"
      value={preview.head.length > 0 ? preview.headerRow : null}
      placeholder="这张工作表没有内容"
      disabled={preview.head.length === 0}
      options={preview.head.map(({ row, cells }) => ({
        value: row - 1,
        label: `第${row}行：${cells.filter(Boolean).slice(0, SHOWN_CELLS).join('、') || '（空行）'}`,
      }))}
      onChange={onChange}
    />
  </Flex>
);
