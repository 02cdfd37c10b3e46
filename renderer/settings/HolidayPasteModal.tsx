import { Checkbox, Form, Input, Modal } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef, useState } from 'react';
import { describeDays } from '../../db/model/calendar.ts';
import { parseCalendarText } from '../../db/model/calendarText.ts';
import type { CalendarChange, CalendarYear } from '../../db/model/contract/calendar.ts';
import type { Problem } from '../../db/model/problems.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';

interface Props {
  readonly calendar: CalendarYear;
  readonly running: boolean;
  readonly problems: readonly Problem[];
  readonly onChange: (change: CalendarChange) => void;
  readonly onClose: () => void;
}

/** Several days at once: typed as ranges, or the year's notice pasted as it was published. */
export function HolidayPasteModal({ calendar, running, problems, onChange, onClose }: Props) {
  const { year, inLibrary, complete } = calendar;
  const field = useRef<TextAreaRef>(null);
  const [text, setText] = useState('');
  const [whole, setWhole] = useState(!inLibrary);
  const [tried, setTried] = useState(false);
  const read = parseCalendarText(text, year);
  const save = () => {
    setTried(true);
    if (!read.ok) return;
    const marks = !inLibrary && whole !== complete;
    onChange({
      set: [...read.value],
      remove: [],
      complete: marks ? { year, complete: whole } : null,
    });
  };
  useCommand('save', save);
  const shown = read.ok ? [] : text.trim() === '' && !tried ? [] : read.problems;
  return (
    <Modal
      open
      width={680}
      title={`录入${year}年放假安排`}
      okText={read.ok ? `录入${read.value.length}天` : '录入'}
      cancelText="取消"
      confirmLoading={running}
      onOk={save}
      onCancel={onClose}
      afterOpenChange={(opened) => opened && field.current?.focus()}
    >
      <ProblemList problems={problems} title="没有保存" />
      <p>可以粘贴国务院办公厅放假通知的全文，也可以逐行书写，如“10-01 至 10-07 休 国庆节；10-08 班”。</p>
      <Form layout="vertical">
        <Form.Item label="放假安排">
          <Input.TextArea
            ref={field}
            rows={8}
            maxLength={5000}
            aria-label="放假安排"
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder={
              '一、元旦：1月1日放假，共1天。\n七、国庆节：10月1日至7日放假调休，共7天。10月9日（星期六）上班。'
            }
          />
        </Form.Item>
        {!inLibrary && (
          <Form.Item extra="没有录全的年度不能按工作日计算公示期">
            <Checkbox checked={whole} onChange={(event) => setWhole(event.target.checked)}>
              这是{year}年的全部放假安排（该年度视为已录全）
            </Checkbox>
          </Form.Item>
        )}
      </Form>
      <ProblemList problems={shown} />
      {read.ok && <p aria-live="polite">识别为：{describeDays(read.value)}</p>}
    </Modal>
  );
}
