import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly note?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The one sheet in the middle of the window before the data are open. */
export const StartCard = ({ title, note, wide = false, children }: Props) => (
  <main className="start">
    <section className={wide ? 'panel start-card start-wide' : 'panel start-card'} aria-label={title}>
      <Typography.Text type="secondary">名优特小作坊创建工作台</Typography.Text>
      <Typography.Title level={1}>{title}</Typography.Title>
      {note !== undefined && <Typography.Paragraph type="secondary">{note}</Typography.Paragraph>}
      <Flex vertical gap={12}>
        {children}
      </Flex>
    </section>
  </main>
);
