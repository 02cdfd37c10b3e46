import { Alert, Button, Flex, Layout } from 'antd';
import { useEffect, useRef } from 'react';
import { Outlet, useLocation } from 'react-router';
import { desk } from '../desk.ts';
import { type FocusKeeper, keepFocus } from '../shared/focusKeeper.ts';
import { EarlierYearBanner } from '../years/EarlierYearBanner.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { useOffice } from './office.ts';
import { SearchPalette } from './SearchPalette.tsx';
import { SideMenu } from './SideMenu.tsx';
import { TopBar } from './TopBar.tsx';

const RestoreWaiting = () => (
  <Alert
    banner
    type="warning"
    title="已准备好从备份恢复，重新启动后生效。在此之前录入的内容不会带到恢复后的数据里。"
    action={
      <Flex gap={8}>
        <Button size="small" type="primary" onClick={() => void desk.restart()}>
          现在重新启动
        </Button>
      </Flex>
    }
  />
);

/** The same elements at every drawing: a change of page leaves them alone. */
const TOP = <TopBar />;
const EARLIER_YEAR = <EarlierYearBanner />;
const DIALOGS = (
  <>
    <SearchPalette />
    <KeysHelp />
  </>
);

/** Menu at the left, the page at the right; what every page shares. */
export function Frame() {
  const { campaign, restorePending } = useOffice();
  const { pathname } = useLocation();
  const page = useRef<HTMLElement>(null);
  const keeper = useRef<FocusKeeper>(null);
  useEffect(() => {
    keeper.current = keepFocus();
    return () => keeper.current?.stop();
  }, []);
  // A new page starts at its top, and the keyboard goes on from there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the page changes
  useEffect(() => {
    page.current?.scrollTo({ top: 0 });
    keeper.current?.newPage();
  }, [pathname]);
  return (
    <Layout className="frame" hasSider>
      <SideMenu />
      <Layout>
        {TOP}
        {restorePending && <RestoreWaiting />}
        {EARLIER_YEAR}
        <Layout.Content className="page" ref={page} role="main">
          <ErrorBoundary key={`${campaign.id} ${pathname}`}>
            <Outlet />
          </ErrorBoundary>
        </Layout.Content>
      </Layout>
      {DIALOGS}
    </Layout>
  );
}
