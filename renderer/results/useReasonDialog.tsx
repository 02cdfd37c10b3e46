import { type ReactNode, useState } from 'react';
import { useAct } from '../api.ts';
import { ReasonModal } from '../shared/ReasonModal.tsx';

interface Asked {
  readonly title: string;
  readonly okText: string;
  /** What will happen. */
  readonly text: string;
  readonly run: (reason: string) => Promise<unknown>;
  readonly onDone?: (outcome: unknown) => void;
}

/** Asks why before something is taken back: `ask({ … })` opens the dialog, `dialog` stands on the page. */
export function useReasonDialog(): { readonly ask: (asked: Asked) => void; readonly dialog: ReactNode } {
  const [asked, setAsked] = useState<Asked>();
  const act = useAct(({ run, reason }: { readonly run: Asked['run']; readonly reason: string }) =>
    run(reason),
  );
  const doIt = async (reason: string): Promise<void> => {
    if (!asked) return;
    const result = await act.run({ run: asked.run, reason });
    if (!result.ok) return;
    setAsked(undefined);
    asked.onDone?.(result.value);
  };
  const start = (next: Asked): void => {
    act.clear();
    setAsked(next);
  };
  const dialog = (
    <ReasonModal
      open={asked !== undefined}
      title={asked?.title ?? ''}
      okText={asked?.okText ?? '确定'}
      running={act.running}
      problems={act.problems}
      onReason={(reason) => void doIt(reason)}
      onClose={() => setAsked(undefined)}
    >
      <p>{asked?.text}</p>
    </ReasonModal>
  );
  return { ask: start, dialog };
}
