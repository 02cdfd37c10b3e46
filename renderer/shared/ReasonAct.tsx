import type { ReactNode } from 'react';
import { useAct } from '../act.ts';
import { ReasonModal } from './ReasonModal.tsx';

interface Props {
  readonly title: string;
  readonly okText: string;
  readonly label?: string;
  readonly maxLength?: number;
  /** What is done with the reason. */
  readonly call: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
  /** What will happen, and how it can be undone. */
  readonly children: ReactNode;
}

/** Asks why, does it, and closes; a refusal stays in the dialog. */
export function ReasonAct({ call, onClose, ...texts }: Props) {
  const act = useAct(call);
  const save = async (reason: string): Promise<void> => {
    if ((await act.run(reason)).ok) onClose();
  };
  return (
    <ReasonModal
      open
      {...texts}
      running={act.running}
      problems={act.problems}
      onReason={(reason) => void save(reason)}
      onClose={onClose}
    />
  );
}
