import { Button, Flex, Result } from 'antd';
import { Component, type ReactNode } from 'react';
import { desk } from '../desk.ts';

interface State {
  readonly failed: boolean;
}

/** A bug on one screen must not leave a white window: says that the data are safe and offers ways on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Result
        status="warning"
        title="这个页面出了意外，无法继续显示"
        subTitle="已保存的数据不受影响，未保存的内容会在重新打开时找回。请重新打开窗口；仍然不行时，请把日志交给维护人员。"
        extra={
          <Flex gap={8} justify="center">
            <Button type="primary" onClick={() => window.location.reload()}>
              重新打开窗口
            </Button>
            <Button onClick={() => void desk.openLogFolder()}>打开日志文件夹</Button>
          </Flex>
        }
      />
    );
  }
}
