import { AutoComplete, Form, Input } from 'antd';
import type { PlanContent } from '../../db/model/plan.ts';
import { useStaffNames } from '../selection/useStaffNames.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { DateInput } from '../shared/inputs.tsx';
import type { PlanEditor } from './usePlanEditor.ts';

interface Props {
  readonly editor: PlanEditor;
  readonly editable: boolean;
  readonly helperProblem: string | undefined;
}

const LONGEST: Readonly<Record<'situation' | 'assistance', number>> = { situation: 2000, assistance: 1000 };

/** The head of the plan, in the paper's order. */
export function PlanHeadForm({ editor, editable, helperProblem }: Props) {
  const { content, patch } = editor;
  const helpers = useStaffNames('helper');
  const paragraph = (field: keyof typeof LONGEST, label: string, hint: string) => (
    <Form.Item label={label} htmlFor={`plan-${field}`} className="wide">
      <Input.TextArea
        id={`plan-${field}`}
        value={content[field]}
        maxLength={LONGEST[field]}
        placeholder={hint}
        className="grows two-lines"
        readOnly={!editable}
        onChange={(event) => patch({ [field]: event.target.value } satisfies Partial<PlanContent>)}
      />
    </Form.Item>
  );
  return (
    <Form layout="vertical" component="div" className="two-columns" onKeyDown={enterMoves}>
      <Form.Item
        label="帮扶责任人"
        htmlFor="plan-helperName"
        {...(editable && helperProblem ? { help: helperProblem, validateStatus: 'warning' as const } : {})}
      >
        <div data-cell="helperName">
          <AutoComplete
            id="plan-helperName"
            value={content.helperName}
            options={helpers.map((value) => ({ value }))}
            maxLength={40}
            disabled={!editable}
            placeholder="选择或输入姓名"
            onChange={(helperName: string) => patch({ helperName })}
          />
        </div>
      </Form.Item>
      <Form.Item label="计划开工日期" htmlFor="plan-plannedStart" extra="主管领导签字后方可开工">
        <DateInput
          id="plan-plannedStart"
          value={content.plannedStart}
          disabled={!editable}
          {...(editable ? {} : { placeholder: '' })}
          onChange={(plannedStart) => patch({ plannedStart })}
        />
      </Form.Item>
      {paragraph('situation', '现状', '场所、设备、工艺和管理的现状')}
      {paragraph('assistance', '帮扶措施', '帮扶责任人将提供的指导和帮助')}
    </Form>
  );
}
