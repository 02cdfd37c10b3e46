import { Button, Flex, Form, Input } from 'antd';
import { client, useAct } from '../api.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { RestoreButton } from './RestoreButton.tsx';
import { StartCard } from './StartCard.tsx';

/** This PC has no key of its own to the data: the code of the recovery sheet opens them. */
export function UnlockScreen({ bureauName }: { readonly bureauName: string | null }) {
  const unlock = useAct(client.system.unlock);
  return (
    <StartCard
      title={bureauName === null ? '请输入恢复码' : `打开${bureauName}的数据`}
      note="数据已加密。请输入恢复单上的恢复码（8组，每组4个字符），大小写和连字符不限。"
    >
      <ProblemList problems={unlock.problems} />
      <Form<{ code: string }>
        layout="vertical"
        onFinish={({ code }) => void unlock.run({ code })}
        requiredMark={false}
      >
        <Form.Item name="code" label="恢复码" rules={[{ required: true, message: '请输入恢复单上的恢复码' }]}>
          <Input.TextArea
            autoFocus
            rows={2}
            autoComplete="off"
            spellCheck={false}
            className="code-input"
            placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
            onPressEnter={(event) => {
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
        </Form.Item>
        <Flex gap={8} justify="space-between">
          <RestoreButton />
          <Button type="primary" htmlType="submit" loading={unlock.running}>
            打开
          </Button>
        </Flex>
      </Form>
    </StartCard>
  );
}
