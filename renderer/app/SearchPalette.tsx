import { useQuery } from '@tanstack/react-query';
import { Empty, Flex, Input, type InputRef, List, Modal, Typography } from 'antd';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { WorkshopRow } from '../../db/model/contract/workshops.ts';
import { api } from '../api.ts';
import { StageTag } from '../shared/StageTag.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { searchTextOf } from '../workshops/searchText.ts';
import { commandsFor, isFound, type PaletteCommand } from './commands.ts';

const SHOWN = 8;
const COMMANDS_SHOWN = 5;

type Hit =
  | { readonly kind: 'workshop'; readonly key: string; readonly path: string; readonly row: WorkshopRow }
  | {
      readonly kind: 'command';
      readonly key: string;
      readonly path: string;
      readonly command: PaletteCommand;
    };

/** Workshops first, then pages; without a query the pages alone. */
function useHits(query: string, wanted: boolean): readonly Hit[] {
  const list = useQuery(api.workshops.list.queryOptions({ enabled: wanted }));
  const texts = useMemo(
    () => (list.data ?? []).map((row) => ({ row, text: searchTextOf(row) })),
    [list.data],
  );
  return useMemo(() => {
    const workshops: Hit[] = [];
    for (const { row, text } of texts) {
      if (workshops.length === SHOWN) break;
      if (!isFound(text, query)) continue;
      workshops.push({ kind: 'workshop', key: row.workshopId, path: `/workshops/${row.workshopId}`, row });
    }
    const most = query.trim() === '' ? SHOWN : COMMANDS_SHOWN;
    const commands = commandsFor(query)
      .slice(0, most)
      .map((command): Hit => ({ kind: 'command', key: command.key, path: command.path, command }));
    return [...workshops, ...commands];
  }, [texts, query]);
}

const HitLine = ({ hit }: { readonly hit: Hit }) =>
  hit.kind === 'workshop' ? (
    <>
      <Flex gap={8} align="center">
        <Typography.Text strong>{hit.row.name}</Typography.Text>
        <Typography.Text>{hit.row.ownerName}</Typography.Text>
        <Typography.Text type="secondary">{hit.row.township}</Typography.Text>
      </Flex>
      <StageTag stage={hit.row.stage} />
    </>
  ) : (
    <>
      <Typography.Text>{hit.command.label}</Typography.Text>
      <Typography.Text type="secondary">打开页面</Typography.Text>
    </>
  );

/** Ctrl+K from anywhere: a workshop by name, owner, pinyin initials or certificate number, or a page by its name. */
export function SearchPalette() {
  const navigate = useNavigate();
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

  const choose = (hit: Hit | undefined) => {
    if (!hit) return;
    setOpen(false);
    void navigate(hit.path);
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
          if (!event.nativeEvent.isComposing) choose(hits[index]);
        }}
      />
      <p className="quiet palette-hint">输入即查找，↑↓选择，Enter打开</p>
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
            onClick={() => choose(hit)}
          >
            <HitLine hit={hit} />
          </List.Item>
        )}
      />
    </Modal>
  );
}
