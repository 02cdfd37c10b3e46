import { useQuery } from '@tanstack/react-query';
import { Empty, Flex, Input, type InputRef, List, Modal, Typography } from 'antd';
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { WorkshopRow } from '../../db/model/contract/workshops.ts';
import { api } from '../api.ts';
import { StageTag } from '../shared/StageTag.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { searchTextOf } from '../workshops/searchText.ts';

const SHOWN = 8;

function useMatches(query: string, wanted: boolean): readonly WorkshopRow[] {
  const list = useQuery(api.workshops.list.queryOptions({ enabled: wanted }));
  const rows = useMemo(() => (list.data ?? []).map((row) => ({ row, text: searchTextOf(row) })), [list.data]);
  return useMemo(() => {
    const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const found: WorkshopRow[] = [];
    for (const { row, text } of rows) {
      if (words.every((word) => text.includes(word))) found.push(row);
      if (found.length === SHOWN) break;
    }
    return found;
  }, [rows, query]);
}

/** Ctrl+K: finds a workshop by name, owner, their pinyin initials, or the certificate's number. */
export function SearchPalette() {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const [index, setIndex] = useState(0);
  const field = useRef<InputRef>(null);
  const found = useMatches(useDeferredValue(search), open);
  useCommand('search', () => {
    setSearch('');
    setIndex(0);
    setOpen(true);
  });

  const choose = (row: WorkshopRow | undefined) => {
    if (!row) return;
    setOpen(false);
    void navigate(`/workshops/${row.workshopId}`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setIndex((before) => Math.min(Math.max(before + step, 0), Math.max(found.length - 1, 0)));
  };

  return (
    <Modal
      open={open}
      title="查找小作坊"
      footer={null}
      onCancel={() => setOpen(false)}
      width={640}
      destroyOnHidden
      afterOpenChange={(shown) => shown && field.current?.focus()}
    >
      <Input
        ref={field}
        size="large"
        aria-label="查找小作坊"
        placeholder="名称、业主、拼音首字母或证照编号"
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setIndex(0);
        }}
        onKeyDown={onKeyDown}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) choose(found[index]);
        }}
      />
      <List
        className="palette"
        size="small"
        dataSource={[...found]}
        locale={{
          emptyText:
            search.trim() === '' ? (
              <span className="quiet">输入即查找，↑↓选择，Enter打开</span>
            ) : (
              <Empty
                image={Empty.PRESENTED_IMAGE_SIMPLE}
                description="没有找到，请换个词或检查是否已移入回收站"
              />
            ),
        }}
        renderItem={(row, at) => (
          <List.Item
            className={at === index ? 'palette-row palette-current' : 'palette-row'}
            aria-current={at === index}
            onClick={() => choose(row)}
          >
            <Flex gap={8} align="center">
              <Typography.Text strong>{row.name}</Typography.Text>
              <Typography.Text>{row.ownerName}</Typography.Text>
              <Typography.Text type="secondary">{row.township}</Typography.Text>
            </Flex>
            <StageTag stage={row.stage} />
          </List.Item>
        )}
      />
    </Modal>
  );
}
