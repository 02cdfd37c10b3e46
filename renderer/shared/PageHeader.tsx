import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  readonly title: ReactNode;
  /** One quiet line under or beside the title. */
  readonly note?: ReactNode;
  /** The page's actions, main one last, at the right. */
  readonly children?: ReactNode;
}

/** Top of every page: what it is at the left, what can be done at the right. */
export const PageHeader = ({ title, note, children }: Props) => (
  <Flex className="page-header" align="center" justify="space-between" gap={16} wrap>
    <Flex align="baseline" gap={12} wrap>
      {/* Takes the keyboard on a page just come to; no stop for the Tab key. */}
      <Typography.Title level={1} tabIndex={-1}>
        {title}
      </Typography.Title>
      {note !== undefined && <Typography.Text type="secondary">{note}</Typography.Text>}
    </Flex>
    <Flex gap={8} wrap>
      {children}
    </Flex>
  </Flex>
);
