import { Button, Flex, Result } from 'antd';
import { useNavigate } from 'react-router';
import type { Imported } from './ImportPage.tsx';

interface Props {
  readonly result: Imported;
  readonly onAgain: () => void;
}

/** What was taken, what was left, and what comes next. */
export function ImportDone({ result, onAgain }: Props) {
  const navigate = useNavigate();
  const left =
    result.left > 0 ? `有问题的${result.left}行没有导入，可在原表中改正后再导入，已导入的不会重复。` : '';
  return (
    <Result
      status="success"
      title={`已导入${result.imported}家小作坊`}
      subTitle={`${left}下一步：在“申请遴选”中审核。`}
      extra={
        <Flex gap={8} justify="center">
          <Button onClick={onAgain}>继续导入</Button>
          <Button onClick={() => void navigate('/workshops')}>查看小作坊</Button>
          <Button type="primary" onClick={() => void navigate('/selection')}>
            去审核
          </Button>
        </Flex>
      }
    />
  );
}
