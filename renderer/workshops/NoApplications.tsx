import { Button, Empty, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';

interface Props {
  readonly className?: string;
  /** Other ways to begin. */
  readonly children?: ReactNode;
}

/** A year without applicants: the first things to do, on every page that would list them. */
export function NoApplications({ className = '', children }: Props) {
  const navigate = useNavigate();
  return (
    <Empty
      className={className}
      description="本年度还没有申请的小作坊。可以导入Excel申请汇总表，也可以逐家录入。"
    >
      <Flex gap={8} justify="center">
        <Button type="primary" onClick={() => void navigate('/import')}>
          导入申请汇总表
        </Button>
        <Button onClick={() => void navigate('/workshops/new')}>新增申请</Button>
        {children}
      </Flex>
    </Empty>
  );
}
