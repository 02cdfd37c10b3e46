import { useQuery } from '@tanstack/react-query';
import { Flex, Spin } from 'antd';
import { problem } from '../../db/model/problems.ts';
import { api, problemsOf } from '../api.ts';
import { StartScreens } from '../start/StartScreens.tsx';
import { TroubleScreen } from '../start/TroubleScreen.tsx';
import { Desk } from './Desk.tsx';
import { OfficeContext } from './office.ts';
import { useHostState } from './useHostState.ts';

const Opening = () => (
  <Flex className="whole-window" align="center" justify="center">
    <Spin description="正在打开数据…" size="large" />
  </Flex>
);

/** Which of the window's faces is shown: start, recovery, or the desk itself. */
export function Gate() {
  const host = useHostState();
  const state = useQuery(api.system.state.queryOptions({ enabled: host.state === 'ready' }));
  if (host.state === 'failed') {
    const message = host.message || '数据服务意外停止，重新启动也没有成功。已保存的数据不受影响。';
    return <TroubleScreen problems={[problem('host.failed', message)]} canRestore={false} canRetry={false} />;
  }
  if (state.isError) return <TroubleScreen problems={problemsOf(state.error)} canRestore={false} />;
  if (host.state === 'starting' || !state.data) return <Opening />;
  if (state.data.kind !== 'open') return <StartScreens state={state.data} />;
  return (
    <OfficeContext value={state.data}>
      <Desk />
    </OfficeContext>
  );
}
