import { Form } from 'antd';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ReasonForm } from '../../../renderer/shared/ReasonForm.tsx';

const Two = () => {
  const [one] = Form.useForm<{ reason: string }>();
  const [other] = Form.useForm<{ reason: string }>();
  const rest = { label: '原因', maxLength: 200, onReason: () => undefined };
  return (
    <>
      <ReasonForm form={one} {...rest} />
      <ReasonForm form={other} {...rest} />
    </>
  );
};

it('has ids of its own, so that two on one page do not answer for each other', () => {
  const page = renderToStaticMarkup(<Two />);
  const ids = [...page.matchAll(/<textarea[^>]* id="([^"]+)"/g)].map(([, id]) => id);
  const labels = [...page.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(2);
  expect(labels).toEqual(ids);
});
