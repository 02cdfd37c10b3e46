import type { TableRef } from 'antd/es/table';
import type { RefObject, UIEvent } from 'react';

const HOLDER = '.ant-table-tbody-virtual-holder';

/**
 * A virtual table moves its cells by a margin of its own and its header along with them. When the keyboard reaches a
 * cell out of sight the browser scrolls the cells natively, behind the table's back: that way is handed on to the
 * table and its header, so that they stay together. For `onScrollCapture` around the table.
 */
export function keepAligned(
  { target, currentTarget }: UIEvent<HTMLElement>,
  table: RefObject<TableRef | null>,
): void {
  if (!(target instanceof HTMLElement) || target.scrollLeft === 0) return;
  const inner = target.closest(HOLDER)?.querySelector<HTMLElement>(`${HOLDER}-inner`);
  const header = currentTarget.querySelector('.ant-table-header');
  if (!inner || !header) return;
  const margin = Number.parseFloat(inner.style.marginLeft) || 0;
  const place: { readonly left: number; readonly top?: number } = { left: target.scrollLeft - margin };
  target.scrollLeft = 0;
  table.current?.scrollTo(place);
  header.scrollLeft = place.left;
}
