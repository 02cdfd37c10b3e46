import { Form } from 'antd';
import { Bureau } from '../../db/model/bureau.ts';
import { BureauFields, EMPTY_BUREAU } from '../settings/BureauFields.tsx';
import { enterMoves } from '../shared/enterMoves.ts';
import { StepButtons } from './StepButtons.tsx';

interface Props {
  readonly value: Bureau | null;
  readonly onBack: () => void;
  readonly onDone: (bureau: Bureau) => void;
}

/** Step 1: 本单位. */
export const BureauStep = ({ value, onBack, onDone }: Props) => (
  <Form
    layout="vertical"
    initialValues={value ?? EMPTY_BUREAU}
    onKeyDown={enterMoves}
    onFinish={(values) => onDone(Bureau.parse(values))}
    scrollToFirstError={{ focus: true, block: 'center' }}
    aria-label="本单位"
  >
    <BureauFields />
    <StepButtons onBack={onBack} />
  </Form>
);
