import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Empty, Input, type InputRef, Modal, Table } from 'antd';
import { useRef, useState } from 'react';
import { foldedText } from '../../db/model/cleanText.ts';
import type { FormerApplicant } from '../../db/model/contract/years.ts';
import { WorkshopId } from '../../db/model/ids.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { reading } from '../shared/reading.ts';
import { rowChecks } from '../shared/rowChecks.ts';

const textOf = (row: FormerApplicant): string =>
  foldedText(`${row.name} ${row.ownerName} ${row.township} ${row.products} ${row.initials}`);

const YEARS_COLUMN = (_: unknown, row: FormerApplicant): string =>
  row.years.map((year) => `${year}年`).join('、');

const CHECKS = rowChecks((row: FormerApplicant) => row.name);

/** 再次申请: workshops of earlier years apply in the year shown, with what still holds copied. */
export function ReapplyModal({ onClose }: { readonly onClose: () => void }) {
  const { campaign } = useOffice();
  const { message } = App.useApp();
  const former = useQuery(api.years.formerApplicants.queryOptions());
  const act = useAct(client.years.reapply);
  const field = useRef<InputRef>(null);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const words = foldedText(search).split(/\s+/).filter(Boolean);
  const rows = (former.data ?? []).filter((row) => words.every((word) => textOf(row).includes(word)));
  const apply = async () => {
    const done = await act.run({ workshopIds: chosen.map((id) => WorkshopId.parse(id)) });
    if (!done.ok) return;
    message.success(`已为${done.value.applied}家建立${campaign.year}年度申请，请补填当年内容`);
    onClose();
  };
  return (
    <Modal
      open
      width={860}
      title={`从往年再次申请${campaign.year}年度`}
      okText={chosen.length === 0 ? '再次申请' : `再次申请（${chosen.length}家）`}
      cancelText="取消"
      okButtonProps={{ disabled: chosen.length === 0 }}
      confirmLoading={act.running}
      onOk={() => void apply()}
      onCancel={onClose}
      afterOpenChange={(opened) => opened && field.current?.focus()}
    >
      <ProblemList problems={former.isError ? problemsOf(former.error) : act.problems} title="没有建立申请" />
      <p>
        小作坊的基本情况、面积、设备和特色照上一次申请带入；年销售额、处罚情况、改造内容、投入金额和承诺日期须按当年情况重新填写。
      </p>
      <Input
        ref={field}
        prefix={<SearchOutlined />}
        allowClear
        className="page-message"
        placeholder="名称、业主、乡镇、产品或拼音首字母"
        aria-label="搜索往年小作坊"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <Table<FormerApplicant>
        size="small"
        virtual
        loading={reading(former.isPending)}
        dataSource={rows}
        rowKey="workshopId"
        pagination={false}
        scroll={{ x: 790, y: 340 }}
        rowSelection={{
          selectedRowKeys: [...chosen],
          onChange: (keys) => setChosen(keys.map(String)),
          preserveSelectedRowKeys: true,
          columnWidth: 48,
          ...CHECKS,
        }}
        columns={[
          { key: 'name', title: '小作坊', dataIndex: 'name', width: 230, ellipsis: true },
          { key: 'owner', title: '业主', dataIndex: 'ownerName', width: 100 },
          { key: 'township', title: '乡镇（街道）', dataIndex: 'township', width: 120, ellipsis: true },
          { key: 'products', title: '主要产品', dataIndex: 'products', width: 170, ellipsis: true },
          { key: 'years', title: '申请过', width: 120, render: YEARS_COLUMN },
        ]}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={
                search === '' ? '往年的小作坊都已申请本年度，或没有往年记录' : '没有符合条件的小作坊'
              }
            />
          ),
        }}
      />
    </Modal>
  );
}
