import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { HostState } from '../../db/model/desk.ts';
import { desk } from '../desk.ts';
import { renewPort } from '../port.ts';

/** How the data host does. When it came back after a fall, everything shown is asked for again over a new port. */
export function useHostState(): HostState {
  const queries = useQueryClient();
  const [state, setState] = useState<HostState>({ state: 'starting', message: '' });
  useEffect(() => {
    let wasReady = false;
    const take = (next: HostState) => {
      if (next.state !== 'ready' && wasReady) renewPort();
      if (next.state === 'ready' && !wasReady) void queries.resetQueries();
      wasReady = next.state === 'ready';
      setState(next);
    };
    const stop = desk.onHostState(take);
    void desk.hostState().then(take);
    return stop;
  }, [queries]);
  return state;
}
