import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import type { PickedPath } from '../../db/model/desk.ts';
import type { Problem } from '../../db/model/problems.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { SavedNote } from './SavedNote.tsx';

/** What a way out of the window came to, until it is cleared. */
interface Outcome {
  readonly problems: readonly Problem[];
  readonly clear: () => void;
}

interface Props {
  readonly title: string;
  /** The buttons over the paper. */
  readonly bar: ReactNode;
  /** What the clerk must know of the paper itself. */
  readonly notes: ReactNode;
  readonly printing: Outcome;
  readonly viewer: Outcome;
  readonly saving: Outcome & { readonly saved: PickedPath | undefined };
  /** The paper. */
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** Where something printed is looked at, over the page it belongs to, and told what became of it. */
export function PaperDrawer({ title, bar, notes, printing, viewer, saving, children, onClose }: Props) {
  return (
    <Drawer
      open
      title={title}
      size={860}
      onClose={onClose}
      closable={{ 'aria-label': '关闭预览' }}
      styles={{ body: { padding: 0 } }}
      destroyOnHidden
    >
      <div className="paper-preview">
        <div className="paper-bar">{bar}</div>
        {notes}
        <ProblemList problems={saving.problems} title="没有保存" onClose={saving.clear} />
        <ProblemList problems={printing.problems} onClose={printing.clear} />
        <ProblemList problems={viewer.problems} title="没有打开" onClose={viewer.clear} />
        <SavedNote saved={saving.saved} onClose={saving.clear} />
        {children}
      </div>
    </Drawer>
  );
}
