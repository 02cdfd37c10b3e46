import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { bytesSerializer } from '../db/model/contract/bytes.ts';
import type { Contract } from '../db/model/contract/index.ts';
import { openPort } from './port.ts';

type Client = ContractRouterClient<Contract>;

const links = new WeakMap<MessagePort, RPCLink<Record<never, never>>>();

function linkOf(port: MessagePort): RPCLink<Record<never, never>> {
  const known = links.get(port);
  if (known) return known;
  const link = new RPCLink({ port, customJsonSerializers: [bytesSerializer] });
  links.set(port, link);
  return link;
}

/** Every call of the data host, typed by the contract. */
export const client: Client = createORPCClient({
  call: async (path, input, options) => linkOf(await openPort()).call(path, input, options),
});

/** Query and mutation options: `useQuery(api.workshops.list.queryOptions())`. */
export const api = createTanstackQueryUtils(client);

export const queryClient = new QueryClient({
  defaultOptions: {
    // The data lies on this PC: a failed call does not get better by itself, and nothing changes behind our back.
    queries: {
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export { type Act, useAct } from './act.ts';
export { problemsOf } from './problems.ts';
