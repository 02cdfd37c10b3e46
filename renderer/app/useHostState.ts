import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useState } from 'react';
import type { HostState } from '../../db/model/desk.ts';
import { desk } from '../desk.ts';
import { renewPort } from '../port.ts';

/**
 * How the data host does. When it came back after a fall, everything shown is asked for again over a new port, and the
 * clerk, who may be asked for the recovery code, is told why.
 */
export function useHostState(): HostState {
  const queries = useQueryClient();
  const { notification } = App.useApp();
  const [state, setState] = useState<HostState>({ state: 'starting', message: '' });
  useEffect(() => {
    let wasReady = false;
    let fell = false;
    const take = (next: HostState) => {
      if (next.state !== 'ready' && wasReady) {
        fell = true;
        renewPort();
      }
      if (next.state === 'ready' && !wasReady) void queries.resetQueries();
      if (next.state === 'ready' && fell) {
        fell = false;
        notification.warning({
          title: next.message,
          description: '已保存的内容不受影响；没有保存的内容，回到原来的页面会提示恢复。',
          duration: 0,
          // 恢复 and 丢弃 stand at the top right.
          placement: 'bottomRight',
        });
      }
      wasReady = next.state === 'ready';
      setState(next);
    };
    const stop = desk.onHostState(take);
    void desk.hostState().then(take);
    return stop;
  }, [queries, notification]);
  return state;
}
