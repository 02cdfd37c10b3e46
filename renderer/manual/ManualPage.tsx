import { Button, Flex, Menu } from 'antd';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { NotFound } from '../app/NotFound.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { CHAPTERS, INDEX } from './chapters.ts';
import './manual.css';
import { markdown } from './markdown.ts';

/** 用户手册: chapters at the left, the open one at the right. */
export function ManualPage() {
  const navigate = useNavigate();
  const { chapter = INDEX } = useParams();
  const at = CHAPTERS.findIndex(({ id }) => id === chapter);
  const open = CHAPTERS[at];
  const next = CHAPTERS[at + 1];
  const content = useMemo(() => open && markdown(open.text), [open]);
  if (!open) return <NotFound />;
  return (
    <>
      <PageHeader title="用户手册" note="照着做就能办完；办不成时看各章末尾">
        <Button onClick={() => void navigate('/manual')}>目录</Button>
      </PageHeader>
      <Flex gap={12} align="flex-start">
        <Menu
          className="manual-menu"
          aria-label="用户手册的章"
          selectedKeys={[open.id]}
          items={CHAPTERS.map(({ id, title }) => ({ key: id, label: id === INDEX ? '目录' : title }))}
          onClick={({ key }) => void navigate(`/manual/${key}`)}
        />
        <article className="panel manual" aria-label={open.title}>
          {content}
          {next && <Button onClick={() => void navigate(`/manual/${next.id}`)}>下一章：{next.title}</Button>}
        </article>
      </Flex>
    </>
  );
}
