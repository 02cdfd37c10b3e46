import { Form, Input, Radio } from 'antd';
import type { KeyboardEvent } from 'react';
import type { InspectionHead } from '../../db/model/inspection.ts';

interface Props {
  readonly head: InspectionHead;
  readonly editable: boolean;
  readonly onChange: (head: InspectionHead) => void;
  /** Enter in the last field. */
  readonly onEnd: () => void;
}

/** Enter goes on: from the choice to the first text, from each text to the next, from the last to the end. */
function goOn(event: KeyboardEvent<HTMLElement>, onEnd: () => void): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey) return;
  const { target } = event;
  if (!(target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const texts = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=text]')];
  const next = texts[texts.indexOf(target) + 1];
  if (next) next.focus();
  else onEnd();
}

const signedText = ({ ownerSigned, refusalReason, witness }: InspectionHead): string => {
  if (ownerSigned === null) return '未登记';
  return ownerSigned ? '业主已签字' : `业主拒绝签字：${refusalReason}　见证人：${witness}`;
};

/** What the owner says of the scoring, at the foot of a sheet (办法 第34条). */
export function SignatureFields({ head, editable, onChange, onEnd }: Props) {
  if (!editable) {
    return (
      <section className="panel" aria-label="业主签字">
        {signedText(head)}
        {head.ownerRemark !== '' && `　意见：${head.ownerRemark}`}
      </section>
    );
  }
  return (
    <section
      className="panel sheet-signature"
      aria-label="业主签字"
      onKeyDown={(event) => goOn(event, onEnd)}
    >
      <Form.Item label="业主签字">
        <Radio.Group
          data-field="ownerSigned"
          value={head.ownerSigned}
          options={[
            { value: true, label: '已签字' },
            { value: false, label: '拒绝签字' },
          ]}
          onChange={(event) => onChange({ ...head, ownerSigned: event.target.value === true })}
        />
      </Form.Item>
      {head.ownerSigned === false && (
        <>
          <Form.Item label="拒绝原因" className="grow">
            <Input
              aria-label="业主拒绝签字的原因"
              data-field="refusalReason"
              maxLength={200}
              value={head.refusalReason}
              onChange={(event) => onChange({ ...head, refusalReason: event.target.value })}
            />
          </Form.Item>
          <Form.Item label="见证人">
            <Input
              aria-label="见证人"
              data-field="witness"
              maxLength={30}
              value={head.witness}
              onChange={(event) => onChange({ ...head, witness: event.target.value })}
            />
          </Form.Item>
        </>
      )}
      <Form.Item label="业主意见" className="grow">
        <Input
          aria-label="业主意见"
          maxLength={300}
          value={head.ownerRemark}
          onChange={(event) => onChange({ ...head, ownerRemark: event.target.value })}
        />
      </Form.Item>
    </section>
  );
}
