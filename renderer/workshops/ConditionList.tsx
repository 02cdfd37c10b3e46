import { CheckCircleOutlined, CloseCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Flex, Typography } from 'antd';
import { formatArea } from '../../db/model/area.ts';
import { formatYuan } from '../../db/model/money.ts';
import type { Policy } from '../../db/model/policy.ts';
import type { Problem } from '../../db/model/problems.ts';

/** The notice's conditions that figures can show, and the fields each rests on. */
const conditionsOf = (
  policy: Policy,
): readonly { readonly text: string; readonly fields: readonly string[] }[] => [
  { text: `操作间面积不少于${formatArea(policy.minArea)}㎡`, fields: ['operationArea'] },
  { text: `业主投入不低于${formatYuan(policy.minOwnInvestment)}元`, fields: ['plannedInvestment'] },
  { text: '已签署资金投入承诺', fields: ['promisedOn'] },
  { text: '证照有效', fields: ['certificateNo', 'certificateValidUntil'] },
];

const Mark = ({ found }: { readonly found: Problem | undefined }) => {
  if (!found) return <CheckCircleOutlined aria-label="符合" className="mark-good" />;
  if (found.severity === 'warning')
    return <ExclamationCircleOutlined aria-label="请核对" className="mark-warn" />;
  return <CloseCircleOutlined aria-label="不符合" className="mark-bad" />;
};

/** 创建条件, checked as one types. */
export const ConditionList = ({
  policy,
  failed,
}: {
  readonly policy: Policy;
  readonly failed: readonly Problem[];
}) => (
  <Flex vertical gap={8} aria-live="polite" component="section" aria-label="创建条件">
    <Typography.Text strong>创建条件</Typography.Text>
    {conditionsOf(policy).map(({ text, fields }) => {
      const found = failed.find((one) => one.field !== undefined && fields.includes(one.field));
      return (
        <Flex key={text} gap={8} align="start">
          <Mark found={found} />
          <span>
            {text}
            {found && <span className="condition-note">{found.message}</span>}
          </span>
        </Flex>
      );
    })}
    <Typography.Text type="secondary">信誉、特色、意愿等条件由审核人判断。</Typography.Text>
  </Flex>
);
