import { Button, Empty, Flex, Table, Typography } from 'antd';
import { useState } from 'react';
import type { StaffInput } from '../../db/model/bureau.ts';
import type { StaffRole } from '../../db/model/terms.ts';
import { NOBODY, StaffModal } from '../settings/StaffModal.tsx';
import { rolesText } from '../settings/staffText.ts';
import { orBlank } from '../shared/format.ts';
import { StepButtons } from './StepButtons.tsx';

interface Props {
  readonly staff: readonly StaffInput[];
  readonly creating: boolean;
  readonly onChange: (staff: readonly StaffInput[]) => void;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

interface Line extends StaffInput {
  readonly index: number;
}

const NEEDED: readonly { readonly role: StaffRole; readonly text: string }[] = [
  { role: 'clerk', text: '至少一名经办人' },
  { role: 'leader', text: '至少一名主管领导（签批改造方案）' },
];

/** Step 3: 人员. A leader and a clerk are needed; helpers can follow later. */
export function StaffStep({ staff, creating, onChange, onBack, onDone }: Props) {
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const [tried, setTried] = useState(false);
  const missing = NEEDED.filter(({ role }) => !staff.some((one) => one.roles.includes(role)));
  const done = (input: StaffInput) => {
    onChange(
      editing === 'new' ? [...staff, input] : staff.map((one, index) => (index === editing ? input : one)),
    );
    setEditing(null);
  };
  const lines: readonly Line[] = staff.map((one, index) => ({ ...one, index }));
  return (
    <Flex vertical gap={12}>
      <Flex justify="space-between" align="center">
        <Typography.Text type={tried && missing.length > 0 ? 'danger' : 'secondary'} aria-live="polite">
          {missing.length > 0
            ? `还需登记：${missing.map((one) => one.text).join('、')}`
            : '帮扶责任人、审核人等也可以以后在“设置—人员”中登记'}
        </Typography.Text>
        <Button autoFocus onClick={() => setEditing('new')}>
          增加人员
        </Button>
      </Flex>
      <Table<Line>
        size="small"
        pagination={false}
        dataSource={[...lines]}
        rowKey="index"
        scroll={{ x: 780 }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="请点“增加人员”" /> }}
        columns={[
          { key: 'name', title: '姓名', dataIndex: 'name', width: 120 },
          { key: 'unit', title: '科（所）', width: 200, render: (_, one) => orBlank(one.unit) },
          { key: 'position', title: '职务', width: 120, render: (_, one) => orBlank(one.position) },
          { key: 'roles', title: '职责', render: (_, one) => rolesText(one) },
          {
            key: 'act',
            title: '办理',
            width: 140,
            render: (_, one) => (
              <Flex gap={8}>
                <Button size="small" aria-label={`修改${one.name}`} onClick={() => setEditing(one.index)}>
                  修改
                </Button>
                <Button
                  size="small"
                  aria-label={`移除${one.name}`}
                  onClick={() => onChange(staff.filter((_, index) => index !== one.index))}
                >
                  移除
                </Button>
              </Flex>
            ),
          },
        ]}
      />
      <StepButtons
        onBack={onBack}
        nextText="建立数据"
        running={creating}
        onNext={() => {
          setTried(true);
          if (missing.length === 0) onDone();
        }}
      />
      <StaffModal
        editing={editing === null ? null : editing === 'new' ? NOBODY : (staff[editing] ?? null)}
        isNew={editing === 'new'}
        onDone={done}
        onClose={() => setEditing(null)}
      />
    </Flex>
  );
}
