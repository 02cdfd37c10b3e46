import { Button, Flex, Form, Input, Segmented } from 'antd';
import { CalendarDay, DAY_KINDS } from '../../db/model/calendar.ts';
import { keysOf } from '../../db/model/terms.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { DateInput } from '../shared/inputs.tsx';

interface Props {
  readonly running: boolean;
  readonly onSet: (day: CalendarDay) => void;
}

const KINDS = keysOf(DAY_KINDS).map((value) => ({ value, label: DAY_KINDS[value] }));

/** One day of the office's own: 县庆, 停电调休 … */
export function HolidayDayForm({ running, onSet }: Props) {
  const [form] = Form.useForm();
  return (
    <Form
      form={form}
      layout="inline"
      initialValues={{ kind: 'rest', name: '' }}
      onKeyDown={enterMoves}
      onFinish={(values) => {
        const day = CalendarDay.safeParse(values);
        if (!day.success) return;
        onSet(day.data);
        form.resetFields();
      }}
      aria-label="增加一天"
    >
      <Form.Item name="date" rules={[{ required: true, message: '请填日期' }]}>
        <DateInput aria-label="日期" />
      </Form.Item>
      <Form.Item name="kind">
        <Segmented aria-label="安排" options={KINDS} />
      </Form.Item>
      <Form.Item name="name">
        <Input placeholder="名称，如 县庆日" maxLength={20} aria-label="名称" />
      </Form.Item>
      <Flex gap={8}>
        <Button htmlType="submit" disabled={running}>
          增加一天
        </Button>
      </Flex>
    </Form>
  );
}
