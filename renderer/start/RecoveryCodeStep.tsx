import { Alert, Button, Flex, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { type Problem, problem } from '../../db/model/problems.ts';
import { client, useAct } from '../api.ts';
import { printPdf } from '../papers/print.ts';
import { saveBytes } from '../shared/FilePick.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';

const notPrinted = problem('print.failed', '没有打印出来，请检查打印机后再试，或先保存恢复单再打印。');

interface Props {
  readonly code: string;
  readonly onConfirmed: () => void;
}

/** The code, shown this once: printed or saved as the recovery sheet, then its last group typed back from the paper. */
export function RecoveryCodeStep({ code, onConfirmed }: Props) {
  const [note, setNote] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const sheet = useAct(() => client.system.recoverySheet(), { refresh: false });
  const confirm = useAct(client.system.confirmCode);

  const save = async () => {
    const made = await sheet.run(undefined);
    if (!made.ok) return;
    const saved = await saveBytes(made.value, 'recoverySheet');
    if (saved?.ok) setNote(`恢复单已保存为“${saved.value.name}”。请尽快打印，不要只存放在这台电脑上。`);
    setProblems(saved && !saved.ok ? saved.problems : []);
  };
  const print = async () => {
    const made = await sheet.run(undefined);
    if (!made.ok) return;
    const { outcome } = await printPdf(made.value.bytes);
    if (outcome === 'printed') setNote('已送打印机，请核对恢复单打印清楚。');
    setProblems(outcome === 'failed' ? [notPrinted] : []);
  };
  const check = async ({ typed }: { typed: string }) => {
    if ((await confirm.run({ typed })).ok) onConfirmed();
  };

  return (
    <Flex vertical gap={12}>
      <Alert
        type="warning"
        showIcon
        title="恢复码只显示这一次，请现在打印或保存恢复单"
        description="换电脑、重装系统或本机密钥失效时，只有恢复码能打开数据和备份。丢失恢复码，任何人都无法找回。"
      />
      <output className="recovery-code" aria-label="恢复码">
        {code}
      </output>
      <ProblemList problems={[...sheet.problems, ...problems]} />
      <Flex gap={8} align="center" wrap>
        <Button autoFocus loading={sheet.running} onClick={() => void print()}>
          打印恢复单
        </Button>
        <Button loading={sheet.running} onClick={() => void save()}>
          保存恢复单…
        </Button>
        {note !== null && <Typography.Text aria-live="polite">{note}</Typography.Text>}
      </Flex>
      <Form<{ typed: string }>
        layout="vertical"
        onFinish={(values) => void check(values)}
        requiredMark={false}
      >
        <Form.Item
          name="typed"
          label="请照恢复单输入恢复码的最后一组（4个字符），确认已经留存"
          rules={[{ required: true, message: '请照恢复单输入最后一组' }]}
          {...(confirm.problems.length > 0
            ? {
                validateStatus: 'error' as const,
                help: confirm.problems.map((one) => one.message).join('；'),
              }
            : {})}
        >
          <Input className="code-input short" autoComplete="off" maxLength={8} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={confirm.running}>
          已妥善留存，继续
        </Button>
      </Form>
    </Flex>
  );
}
