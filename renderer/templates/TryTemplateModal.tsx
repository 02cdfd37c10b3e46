import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Modal, Skeleton, Tabs } from 'antd';
import type { PreviewSheet } from '../../db/model/contract/templates.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import { type TemplateFormat, type TemplatePaper, templateName } from '../../db/model/templates.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useOpenPath } from '../shared/useOpenPath.ts';
import './templates.css';

const MOST_ROWS = 60;
/** A title or a paragraph lies across whatever columns there are. */
const WHOLE_ROW = 30;

/** Where a row or cell lies is what tells it apart: the same text may stand in many. */
const numbered = <T,>(list: readonly T[]) => list.map((one, index) => ({ key: String(index), one }));

const SheetTable = ({ rows }: PreviewSheet) => (
  <div className="template-sheet">
    <table>
      <tbody>
        {numbered(rows.slice(0, MOST_ROWS)).map(({ key, one: cells }) => (
          <tr key={key}>
            {numbered(cells).map(({ key: column, one: text }) => (
              <td key={column} colSpan={cells.length === 1 ? WHOLE_ROW : 1}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    {rows.length > MOST_ROWS && <span className="quiet">以下还有{rows.length - MOST_ROWS}行</span>}
  </div>
);

const Sheets = ({ sheets }: { readonly sheets: readonly PreviewSheet[] }) => {
  const [only] = sheets;
  if (only && sheets.length === 1) return <SheetTable {...only} />;
  return (
    <Tabs
      items={sheets.map((sheet) => ({
        key: sheet.name,
        label: sheet.name,
        children: <SheetTable {...sheet} />,
      }))}
    />
  );
};

interface Props {
  readonly paper: TemplatePaper;
  readonly format: TemplateFormat;
  readonly file: PickedPath;
  readonly onClose: () => void;
}

/** An uploaded template, checked and tried: used only once it was looked at. */
export function TryTemplateModal({ paper, format, file, onClose }: Props) {
  const { message } = App.useApp();
  const input = { paper, format, file: file.token };
  const preview = useQuery({ ...api.templates.preview.queryOptions({ input }), gcTime: 0 });
  const open = useAct(client.templates.tryFile);
  const openPath = useOpenPath();
  const use = useAct(client.templates.use);
  const name = templateName(paper, format);
  const look = async (): Promise<void> => {
    const made = await open.run(input);
    if (made.ok) await openPath(made.value.token);
  };
  const take = async (): Promise<void> => {
    if (!(await use.run(input)).ok) return;
    message.success(`${name}已改用“${file.name}”`);
    onClose();
  };
  const found = preview.data;
  return (
    <Modal
      open
      width={960}
      title={`${name}：试填“${file.name}”`}
      okText="启用"
      cancelText="取消"
      okButtonProps={{ disabled: !found }}
      confirmLoading={use.running}
      onOk={() => void take()}
      onCancel={onClose}
    >
      <Flex vertical gap={12}>
        <ProblemList problems={[...use.problems, ...open.problems]} title="没有办理" />
        {preview.isPending && <Skeleton active />}
        {preview.isError && (
          <ProblemList problems={problemsOf(preview.error)} title="这个模板还不能使用，请改好后重新上传：" />
        )}
        {found && (
          <>
            <Alert
              type={found.fictional ? 'info' : 'success'}
              showIcon
              title={
                found.fictional
                  ? `检查通过，共${found.placeholders}处占位符。下面用示例数据试填，不是真实记录。`
                  : `检查通过，共${found.placeholders}处占位符。下面用本年度的记录试填。`
              }
              action={
                <Button size="small" loading={open.running} onClick={() => void look()}>
                  用系统程序打开
                </Button>
              }
            />
            <ProblemList problems={found.warnings} title="请核对：" />
            <Sheets sheets={found.sheets} />
          </>
        )}
      </Flex>
    </Modal>
  );
}
