import { Alert, App, Button } from 'antd';
import { client, useAct } from '../api.ts';
import { ProblemList } from '../shared/ProblemList.tsx';

/** A prepared restore that waits for the next start can still be called off. */
export function RestorePending() {
  const { message } = App.useApp();
  const cancel = useAct(() => client.backups.cancelRestore());
  const callOff = async () => {
    if ((await cancel.run(undefined)).ok) message.success('已取消这次恢复，数据不变');
  };
  return (
    <>
      <ProblemList problems={cancel.problems} title="没有取消" />
      <Alert
        className="page-message"
        type="warning"
        showIcon
        title="已准备好从备份恢复，重新启动后生效"
        action={
          <Button size="small" loading={cancel.running} onClick={() => void callOff()}>
            取消这次恢复
          </Button>
        }
      />
    </>
  );
}
