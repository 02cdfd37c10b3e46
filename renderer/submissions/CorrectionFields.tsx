import { Form, Input, Radio } from 'antd';
import type { PackagePrecheck } from '../../db/model/contract/packages.ts';

export interface CorrectionChoice {
  readonly corrects: boolean;
  readonly reason: string;
}

interface Props {
  readonly since: NonNullable<PackagePrecheck['since']>;
  readonly mustCorrect: boolean;
  readonly choice: CorrectionChoice;
  readonly onChange: (choice: CorrectionChoice) => void;
}

/** Another package of what was handed up already: it adds to the last one, or stands in for it. */
export function CorrectionFields({ since, mustCorrect, choice, onChange }: Props) {
  const corrects = mustCorrect || choice.corrects;
  return (
    <Form layout="vertical" component="div">
      <Form.Item
        label="再次报送的方式"
        help={
          corrects
            ? `更正：新的报送包替换“${since.folderName}”，包内和报送清单上写明原因`
            : '补充：按现有记录再报一次，原报送包仍然有效'
        }
      >
        <Radio.Group
          aria-label="再次报送的方式"
          value={corrects ? 'correct' : 'add'}
          onChange={({ target }) => onChange({ ...choice, corrects: target.value === 'correct' })}
          options={[
            { value: 'add', label: '补充报送', disabled: mustCorrect },
            { value: 'correct', label: `更正${since.madeOn}的报送` },
          ]}
        />
      </Form.Item>
      {corrects && (
        <Form.Item label="更正原因" required htmlFor="correction-reason">
          <Input
            id="correction-reason"
            maxLength={200}
            value={choice.reason}
            placeholder="如 操作间面积录入有误"
            onChange={(event) => onChange({ ...choice, reason: event.target.value })}
          />
        </Form.Item>
      )}
    </Form>
  );
}
