import { Form, Input } from 'antd';
import { useState } from 'react';
import { type CodeComparison, compareCodes } from './compareCodes.ts';

const SAID: Readonly<Record<CodeComparison, string>> = {
  nothing: '照纸上的16位校验码输入，不分大小写，可不输分隔符',
  unreadable: '还不是16位校验码，请照纸上的输入',
  same: '与纸上的校验码一致，纸质清单就是这个报送包的',
  different: '与纸上的校验码不一致：纸质清单不是这个报送包的，请报送单位核对',
};

const STATUS = { nothing: '', unreadable: 'warning', same: 'success', different: 'error' } as const;

/** A package may be whole and still not be the one on paper: the code printed on 报送清单 tells. */
export function PaperCode({ manifestCode }: { readonly manifestCode: string }) {
  const [typed, setTyped] = useState('');
  const found = compareCodes(typed, manifestCode);
  return (
    <Form layout="vertical" component="div">
      <Form.Item
        label="报送清单上的校验码"
        htmlFor="paper-code"
        validateStatus={STATUS[found]}
        hasFeedback={found === 'same' || found === 'different'}
        help={<span aria-live="polite">{SAID[found]}</span>}
      >
        <Input
          id="paper-code"
          className="manifest-code"
          autoComplete="off"
          placeholder="XXXX-XXXX-XXXX-XXXX"
          maxLength={40}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Form.Item>
    </Form>
  );
}
