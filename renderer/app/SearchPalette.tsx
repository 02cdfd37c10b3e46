import { Empty, Flex, Input, type InputRef, List, Modal, Typography } from 'antd';
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { StageTag } from '../shared/StageTag.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { useChooseYear } from '../years/useChooseYear.ts';
import { useOffice } from './office.ts';
import { type Hit, useHits } from './paletteHits.ts';

/** What it is, and at the right where it stands: its stage, its year, or that it is a page. */
function HitLine({ hit }: { readonly hit: Hit }) {
  if (hit.kind === 'command')
    return (
      <>
        <Typography.Text>{hit.command.label}</Typography.Text>
        <Typography.Text type="secondary">打开页面</Typography.Text>
      </>
    );
  return (
    <>
      <Flex gap={8} align="center">
        <Typography.Text strong>{hit.row.name}</Typography.Text>
        <Typography.Text>{hit.row.ownerName}</Typography.Text>
        <Typography.Text type="secondary">{hit.row.township}</Typography.Text>
      </Flex>
      {hit.kind === 'workshop' ? (
        <StageTag stage={hit.row.stage} />
      ) : (
        <Typography.Text type="secondary">切换到{hit.row.years[0]}年度</Typography.Text>
      )}
    </>
  );
}

const keepInSight = (line: HTMLElement | null): void => line?.scrollIntoView({ block: 'nearest' });

/** Ctrl+K from anywhere: a workshop by name, owner, pinyin initials or certificate number, of any year, or a page by its name. */
export function SearchPalette() {
  const navigate = useNavigate();
  const { campaign } = useOffice();
  const { choose: showYear } = useChooseYear();
  const [open, setOpen] = useState(false);
  // Kept while the program runs: the last search is there again, marked, so that typing replaces it.
  const [search, setSearch] = useState('');
  const [index, setIndex] = useState(0);
  const field = useRef<InputRef>(null);
  const hits = useHits(useDeferredValue(search), open);
  useCommand('search', () => {
    setIndex(0);
    setOpen(true);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other hits, other first line
  useEffect(() => setIndex(0), [hits]);

  const choose = async (hit: Hit | undefined) => {
    if (!hit) return;
    setOpen(false);
    if (hit.kind === 'former' && !(await showYear({ ...hit.row, year: hit.row.years[0] ?? 0 }))) return;
    await navigate(hit.path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setIndex((before) => Math.min(Math.max(before + step, 0), Math.max(hits.length - 1, 0)));
  };

  return (
    <Modal
      open={open}
      title="查找小作坊或页面"
      footer={null}
      onCancel={() => setOpen(false)}
      width={640}
      destroyOnHidden
      afterOpenChange={(shown) => shown && field.current?.focus({ cursor: 'all' })}
    >
      <Input
        ref={field}
        size="large"
        allowClear
        aria-label="查找小作坊或页面"
        placeholder="名称、业主、拼音首字母、证照编号，或页面名称"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={onKeyDown}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) void choose(hits[index]);
        }}
      />
      <p className="quiet palette-hint">先列{campaign.year}年度，再列其他年度的小作坊；↑↓选择，Enter打开</p>
      <List
        className="palette"
        size="small"
        dataSource={[...hits]}
        rowKey="key"
        locale={{
          emptyText: (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有找到，请换个词，或到回收站看看" />
          ),
        }}
        renderItem={(hit, at) => (
          <List.Item
            className={at === index ? 'palette-row palette-current' : 'palette-row'}
            aria-current={at === index}
            ref={at === index ? keepInSight : null}
            onClick={() => void choose(hit)}
          >
            <HitLine hit={hit} />
          </List.Item>
        )}
      />
    </Modal>
  );
}
