import { App, Button, Flex, Modal, Typography } from 'antd';
import { useState } from 'react';
import { client, useAct } from '../api.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { RecoveryCodeStep } from '../start/RecoveryCodeStep.tsx';

/** 恢复码: what it is for, and a new one when the sheet was lost or seen by somebody else. */
export function RecoveryCodePanel() {
  const { modal, message } = App.useApp();
  const renew = useAct(() => client.system.renewCode());
  const [code, setCode] = useState<string | null>(null);
  const ask = () =>
    modal.confirm({
      title: '换新恢复码',
      content:
        '换新后，旧恢复单不能再打开现在的数据；以前的备份仍用旧恢复码打开，请把旧恢复单与旧备份一起保管。',
      okText: '换新',
      cancelText: '取消',
      autoFocusButton: 'cancel',
      onOk: async () => {
        const done = await renew.run(undefined);
        if (done.ok) setCode(done.value.recoveryCode);
      },
    });
  return (
    <section className="panel below" aria-label="恢复码">
      <ProblemList problems={renew.problems} title="没有换新" onClose={renew.clear} />
      <Flex justify="space-between" align="center" gap={16}>
        <div>
          <Typography.Text strong>恢复码</Typography.Text>
          <Typography.Paragraph type="secondary" className="tight">
            数据和备份都已加密。换电脑、重装系统后，只有恢复单上的恢复码能打开；请把恢复单存放在单位保险柜中。
          </Typography.Paragraph>
        </div>
        <Button onClick={ask} loading={renew.running}>
          换新恢复码…
        </Button>
      </Flex>
      <Modal
        open={code !== null}
        title="新的恢复码"
        footer={null}
        closable={false}
        keyboard={false}
        mask={{ closable: false }}
        width={640}
      >
        {code !== null && (
          <RecoveryCodeStep
            code={code}
            onConfirmed={() => {
              setCode(null);
              message.success('新恢复码已启用');
            }}
          />
        )}
      </Modal>
    </section>
  );
}
