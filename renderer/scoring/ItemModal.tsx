import { AutoComplete, Checkbox, Form, Input, type InputRef, Modal, Select } from 'antd';
import { useRef, useState } from 'react';
import type { ScoreItemId } from '../../db/model/ids.ts';
import type { Problem } from '../../db/model/problems.ts';
import { OPTIONS_HINT } from '../../db/model/scoring/optionsText.ts';
import type { ScoreItem } from '../../db/model/scoring/table.ts';
import { keysOf, SCORING_WAYS, TASK_CATEGORIES } from '../../db/model/terms.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { type ItemForm, itemFrom } from './itemForm.ts';

interface Props {
  readonly initial: ItemForm;
  readonly id: ScoreItemId | undefined;
  readonly sections: readonly string[];
  readonly onDone: (item: ScoreItem) => void;
  readonly onClose: () => void;
}

const WAYS = keysOf(SCORING_WAYS).map((value) => ({ value, label: SCORING_WAYS[value] }));
const CATEGORIES = keysOf(TASK_CATEGORIES).map((value) => ({ value, label: TASK_CATEGORIES[value] }));

/** One line of a 评分表. */
export function ItemModal({ initial, id, sections, onDone, onClose }: Props) {
  const first = useRef<InputRef>(null);
  const [form, setForm] = useState(initial);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const patch = (change: Partial<ItemForm>): void => setForm((before) => ({ ...before, ...change }));
  const finish = (): void => {
    const made = itemFrom(form, id);
    if (made.ok) onDone(made.value);
    else setProblems(made.problems);
  };
  return (
    <Modal
      open
      width={720}
      title={id === undefined ? '增加考评项' : `修改第${initial.code}项`}
      okText="确定"
      cancelText="取消"
      onOk={finish}
      onCancel={onClose}
      afterOpenChange={(opened) => opened && first.current?.focus()}
    >
      <ProblemList problems={problems} title="还不能确定" />
      <Form layout="vertical" component="div">
        <div className="item-form">
          <Form.Item label="编号" required>
            <Input
              ref={first}
              aria-label="编号"
              maxLength={20}
              value={form.code}
              onChange={(event) => patch({ code: event.target.value })}
            />
          </Form.Item>
          <Form.Item label="部分">
            <AutoComplete
              aria-label="部分"
              value={form.section}
              options={sections.map((value) => ({ value }))}
              onChange={(section: string) => patch({ section })}
            />
          </Form.Item>
          <Form.Item label="改造类别">
            <Select
              allowClear
              aria-label="改造类别"
              value={form.category}
              options={CATEGORIES}
              onChange={(category) => patch({ category: category ?? null })}
            />
          </Form.Item>
        </div>
        <Form.Item label="考评内容" required>
          <Input.TextArea
            aria-label="考评内容"
            rows={2}
            maxLength={300}
            value={form.content}
            onChange={(event) => patch({ content: event.target.value })}
          />
        </Form.Item>
        <Form.Item label="评分标准">
          <Input.TextArea
            aria-label="评分标准"
            rows={2}
            maxLength={500}
            value={form.criterion}
            onChange={(event) => patch({ criterion: event.target.value })}
          />
        </Form.Item>
        <Checkbox checked={form.veto} onChange={(event) => patch({ veto: event.target.checked })}>
          否决项（不符合即不予通过，不计分）
        </Checkbox>
        <Checkbox checked={form.key} onChange={(event) => patch({ key: event.target.checked })}>
          ★关键项
        </Checkbox>
        {!form.veto && (
          <div className="item-form item-rule">
            <Form.Item label="分值" required>
              <Input
                aria-label="分值"
                suffix="分"
                value={form.points}
                onChange={(event) => patch({ points: event.target.value })}
              />
            </Form.Item>
            <Form.Item label="评分方式" required>
              <Select
                aria-label="评分方式"
                value={form.way}
                options={WAYS}
                onChange={(way) => patch({ way, options: '' })}
              />
            </Form.Item>
            <Form.Item label="选项" extra={`填写举例：${OPTIONS_HINT[form.way]}`}>
              <Input
                aria-label="选项"
                disabled={form.way === 'yesNo'}
                value={form.options}
                onChange={(event) => patch({ options: event.target.value })}
              />
            </Form.Item>
          </div>
        )}
      </Form>
    </Modal>
  );
}
