import { Button, Flex } from 'antd';

interface Props {
  readonly onBack: () => void;
  /** Without it the main button submits the form around it. */
  readonly onNext?: () => void;
  readonly nextText?: string;
  readonly running?: boolean;
}

/** 上一步 at the left, 下一步 at the right. */
export const StepButtons = ({ onBack, onNext, nextText = '下一步', running = false }: Props) => (
  <Flex justify="space-between">
    <Button onClick={onBack} disabled={running}>
      上一步
    </Button>
    <Button type="primary" loading={running} {...(onNext ? { onClick: onNext } : { htmlType: 'submit' })}>
      {nextText}
    </Button>
  </Flex>
);
