import { Button, Flex, Form, type FormInstance } from 'antd';
import { defaultPolicy } from '../../db/model/policy.ts';
import { defaultOf, type PolicyFigure, type PolicyUse } from '../../db/model/policyFigures.ts';
import { DateInput } from '../shared/inputs.tsx';
import { POLICY_CONTROLS, TENTHS } from './PolicyFields.tsx';

interface Props {
  readonly figure: PolicyFigure;
  readonly form: FormInstance;
  readonly year: number;
  readonly use: PolicyUse | undefined;
}

const REQUIRED = [{ required: true, message: '请填写' }];

/** What the notice says of the figure, a way back to it, and what already rests on it. */
function Hint({ figure, form, year, use }: Props) {
  const path = figure.key.split('.');
  const value: unknown = Form.useWatch(path, form);
  const standard = defaultOf(figure.key, year);
  const differs = figure.hasDefault && JSON.stringify(value) !== JSON.stringify(standard);
  const used = use ? figure.usedBy(use) : null;
  return (
    <span className="policy-hint">
      {figure.notice(defaultPolicy(year, 0))}
      {differs && value !== undefined && (
        <Button
          type="link"
          size="small"
          aria-label={`${figure.label}恢复为通知规定`}
          onClick={() => form.setFieldValue(path, standard)}
        >
          恢复
        </Button>
      )}
      {used !== null && <span className="policy-used">{used}，修改须写明原因</span>}
    </span>
  );
}

/** One figure of the policy with its field. */
export function PolicyItem(props: Props) {
  const { figure } = props;
  const path = figure.key.split('.');
  const hint = <Hint {...props} />;
  if (path[0] === 'phases') {
    return (
      <Form.Item label={figure.label} extra={hint} required>
        <Flex gap={8} align="center">
          <Form.Item name={[...path, 'from']} noStyle rules={REQUIRED}>
            <DateInput aria-label={`${figure.label}开始`} />
          </Form.Item>
          至
          <Form.Item name={[...path, 'to']} noStyle rules={REQUIRED}>
            <DateInput aria-label={`${figure.label}结束`} />
          </Form.Item>
        </Flex>
      </Form.Item>
    );
  }
  return (
    <Form.Item
      name={path}
      className={figure.key === 'basis' ? 'wide' : ''}
      label={figure.label}
      extra={hint}
      rules={figure.key === 'basis' ? [] : REQUIRED}
      {...(figure.key === 'passScore' ? TENTHS : {})}
    >
      {POLICY_CONTROLS[figure.key]}
    </Form.Item>
  );
}
