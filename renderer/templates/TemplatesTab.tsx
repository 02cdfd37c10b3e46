import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Table, Tag } from 'antd';
import { useState } from 'react';
import type { OfficeTemplateRow } from '../../db/model/contract/templates.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import {
  TEMPLATE_FORMATS,
  TEMPLATE_KINDS,
  TEMPLATE_PAPERS,
  type TemplateFormat,
  type TemplatePaper,
  templateName,
} from '../../db/model/templates.ts';
import { keysOf } from '../../db/model/terms.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { FileButton } from '../shared/FilePick.tsx';
import { momentText } from '../shared/format.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { reading } from '../shared/reading.ts';
import { useSaveFile } from '../shared/useSaveFile.tsx';
import { useUndoMessage } from '../shared/useUndoMessage.tsx';
import { PlaceholdersModal } from './PlaceholdersModal.tsx';
import { TryTemplateModal } from './TryTemplateModal.tsx';

interface Row {
  readonly paper: TemplatePaper;
  readonly format: TemplateFormat;
  readonly own: OfficeTemplateRow | undefined;
}

const ROWS = keysOf(TEMPLATE_PAPERS).flatMap((paper) =>
  TEMPLATE_FORMATS[paper].map((format) => ({ paper, format })),
);

const InUse = ({ own }: Pick<Row, 'own'>) =>
  own ? (
    <>
      <Tag color="blue">本单位模板</Tag>
      {own.title}　<span className="quiet">{momentText(own.addedAt)}启用</span>
    </>
  ) : (
    <span className="quiet">程序自带</span>
  );

/** 设置—模板: which papers are made in the office's own form, and how to bring one in. */
export function TemplatesTab() {
  const templates = useQuery(api.templates.list.queryOptions());
  const remove = useAct(client.templates.remove);
  const { save, running } = useSaveFile();
  const undoable = useUndoMessage();
  const [picked, setPicked] = useState<Pick<Row, 'paper' | 'format'> & { readonly file: PickedPath }>();
  const [shown, setShown] = useState<TemplatePaper>();
  const rows = ROWS.map((row) => ({
    ...row,
    own: templates.data?.find((one) => one.paper === row.paper && one.format === row.format),
  }));
  const giveUp = async ({ paper, format, own }: Row): Promise<void> => {
    const removed = own && (await remove.run({ id: own.id }));
    if (removed?.ok) {
      undoable(`${templateName(paper, format)}已恢复程序自带格式，模板移入回收站`, () =>
        client.recycle.restore(removed.value),
      );
    }
  };
  const actions = (row: Row) => {
    const { paper, format, own } = row;
    const name = templateName(paper, format);
    return (
      <Flex gap={8} wrap>
        <Button size="small" aria-label={`${name}的占位符`} onClick={() => setShown(paper)}>
          占位符
        </Button>
        <Button
          size="small"
          disabled={running}
          aria-label={`${name}下载示例模板`}
          onClick={() =>
            void save({
              make: () => client.templates.sample({ paper, format }),
              purpose: 'documents',
              said: '已保存示例模板',
            })
          }
        >
          下载示例模板
        </Button>
        <FileButton
          size="small"
          purpose="template"
          aria-label={`${name}上传模板`}
          onPicked={(file) => setPicked({ paper, format, file })}
        >
          {own ? '换用模板…' : '上传模板…'}
        </FileButton>
        {own && (
          <>
            <Button
              size="small"
              disabled={running}
              aria-label={`${name}下载在用模板`}
              onClick={() =>
                void save({
                  make: () => client.templates.file({ paper, format }),
                  purpose: 'documents',
                  said: '已保存模板',
                })
              }
            >
              下载在用模板
            </Button>
            <Button
              size="small"
              disabled={remove.running}
              aria-label={`${name}停用模板`}
              onClick={() => void giveUp(row)}
            >
              停用
            </Button>
          </>
        )}
      </Flex>
    );
  };
  return (
    <div className="panel stack">
      <ProblemList
        problems={templates.isError ? problemsOf(templates.error) : remove.problems}
        title="没有办理"
        onClose={remove.clear}
      />
      <p className="quiet">
        上级有规定表样的，可以换成自己的格式：下载示例模板，在Excel、Word或WPS中改好标题、列宽和版式，保留要用的占位符，再上传。上传时逐处检查并试填，看过再启用。未提交的方案草稿、未定稿的总结和已撤销的发放表仍用程序自带格式；PDF也是。
      </p>
      <Table<Row>
        size="small"
        loading={reading(templates.isPending)}
        dataSource={rows}
        rowKey={({ paper, format }) => `${paper}.${format}`}
        pagination={false}
        columns={[
          { title: '材料', width: 150, render: (_, { paper }) => TEMPLATE_PAPERS[paper] },
          { title: '格式', width: 70, render: (_, { format }) => TEMPLATE_KINDS[format] },
          { title: '现用', render: (_, row) => <InUse own={row.own} /> },
          { title: '办理', render: (_, row) => actions(row) },
        ]}
      />
      {shown && <PlaceholdersModal paper={shown} onClose={() => setShown(undefined)} />}
      {picked && <TryTemplateModal {...picked} onClose={() => setPicked(undefined)} />}
    </div>
  );
}
