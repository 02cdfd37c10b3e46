import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Form, Input, Select } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import {
  type Assessor,
  FEWEST_ASSESSORS,
  helperWarnings,
  type InspectionHead,
  type Recusal,
} from '../../db/model/inspection.ts';
import { api } from '../api.ts';

interface Props {
  readonly head: InspectionHead;
  readonly helperName: string;
  readonly editable: boolean;
  readonly onChange: (head: InspectionHead) => void;
}

/** Own staff to choose from, assessors first; anybody else is typed, with his office behind a stroke. */
function useAssessorChoices() {
  const staff = useQuery(api.settings.staff.queryOptions());
  const active = (staff.data ?? []).filter((one) => one.active);
  const sorted = [
    ...active.filter((one) => one.roles.includes('assessor')),
    ...active.filter((one) => !one.roles.includes('assessor')),
  ];
  const assessorOf = (text: string, before: readonly Assessor[]): Assessor => {
    const kept = before.find((one) => one.name === text);
    if (kept) return kept;
    const own = sorted.find((one) => one.name === text.trim());
    if (own) return { staffId: own.id, name: own.name, unit: own.unit };
    const [name = '', unit = ''] = text.split(/[/／]/);
    return { staffId: null, name: name.trim().slice(0, 30), unit: unit.trim().slice(0, 60) };
  };
  const options = sorted.map(({ name, unit }) => ({
    value: name,
    label: unit === '' ? name : `${name}（${unit}）`,
  }));
  return { options, assessorOf };
}

interface SelectProps {
  readonly assessors: readonly Assessor[];
  readonly onChange: (assessors: Assessor[]) => void;
}

function AssessorSelect({ assessors, onChange }: SelectProps) {
  const { options, assessorOf } = useAssessorChoices();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  /** The arrows went to a line of the list: Enter chooses that one. */
  const pointing = useRef(false);
  const type = (text: string): void => {
    pointing.current = false;
    setTyped(text);
  };
  const set = (names: readonly string[]): void => {
    onChange([...new Set(names)].map((name) => assessorOf(name, assessors)));
    type('');
  };
  /** What was typed: the one of the own staff it fits, else somebody from elsewhere. */
  const take = (): void => {
    const fitting = options.filter((one) => one.value.includes(typed.trim()));
    const [only] = fitting;
    set([...assessors.map((one) => one.name), only && fitting.length === 1 ? only.value : typed.trim()]);
  };
  // Tab goes on, as everywhere; the list alone would take it for a choice and never let go.
  const onKey = (event: KeyboardEvent): void => {
    const takes = typed.trim() !== '' && !event.nativeEvent.isComposing;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') pointing.current = true;
    if (event.key === 'Tab') {
      event.stopPropagation();
      setOpen(false);
      if (takes) take();
    } else if (event.key === 'Enter' && takes && !pointing.current) {
      event.stopPropagation();
      event.preventDefault();
      take();
    }
  };
  return (
    <div onKeyDownCapture={onKey}>
      <Select
        mode="tags"
        aria-label="考评人员"
        data-field="assessors"
        className="full-width"
        open={open}
        onOpenChange={setOpen}
        defaultActiveFirstOption={false}
        maxCount={12}
        value={assessors.map((one) => one.name)}
        options={options}
        tokenSeparators={['、', '，', ',']}
        searchValue={typed}
        onSearch={type}
        onChange={set}
      />
    </div>
  );
}

interface RecusalProps {
  readonly recusals: readonly Recusal[];
  readonly onChange: (recusals: Recusal[]) => void;
}

function Recusals({ recusals, onChange }: RecusalProps) {
  const change = (index: number, given: Partial<Recusal>): void =>
    onChange(recusals.map((one, at) => (at === index ? { ...one, ...given } : one)));
  return (
    <Flex vertical gap={6}>
      {recusals.map((one, index) => (
        // The lines have no other identity than their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Flex key={index} gap={8}>
          <Input
            className="recusal-name"
            aria-label={`第${index + 1}名回避人员`}
            placeholder="姓名"
            maxLength={30}
            value={one.name}
            onChange={(event) => change(index, { name: event.target.value })}
          />
          <Input
            aria-label={`第${index + 1}名回避人员的回避原因`}
            placeholder="回避原因，如与业主有亲属关系"
            maxLength={200}
            value={one.reason}
            onChange={(event) => change(index, { reason: event.target.value })}
          />
          <Button
            aria-label={`去掉第${index + 1}名回避人员`}
            onClick={() => onChange(recusals.filter((_, at) => at !== index))}
          >
            去掉
          </Button>
        </Flex>
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...recusals, { name: '', reason: '' }])}>
          {recusals.length === 0 ? '登记回避…' : '再加一名'}
        </Button>
      </div>
    </Flex>
  );
}

const named = ({ name, unit }: Assessor): string => (unit === '' ? name : `${name}（${unit}）`);

/** 考评人员 and 回避 at the top of a sheet. */
export function AssessorFields({ head, helperName, editable, onChange }: Props) {
  const { assessors, recusals } = head;
  if (!editable) {
    return (
      <p className="sheet-people">
        考评人员：{assessors.map(named).join('、') || '未登记'}
        {recusals.length > 0 &&
          `　回避：${recusals.map(({ name, reason }) => `${name}（${reason}）`).join('；')}`}
      </p>
    );
  }
  const warnings = helperWarnings(head, helperName);
  return (
    <section className="panel sheet-people" aria-label="考评人员">
      <Form.Item label="考评人员" extra={`不少于${FEWEST_ASSESSORS}人；外单位人员直接输入“姓名/单位”后回车`}>
        <AssessorSelect assessors={assessors} onChange={(given) => onChange({ ...head, assessors: given })} />
        {warnings.map((one) => (
          <Alert key={one.code} className="page-message" type="warning" showIcon title={one.message} />
        ))}
      </Form.Item>
      <Form.Item label="回避">
        <Recusals recusals={recusals} onChange={(given) => onChange({ ...head, recusals: given })} />
      </Form.Item>
    </section>
  );
}
