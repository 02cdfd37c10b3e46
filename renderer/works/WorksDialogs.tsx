import { attachmentSubject } from '../../db/model/attachments.ts';
import type { TaskWorks, WorksView } from '../../db/model/contract/works.ts';
import { client } from '../api.ts';
import { PhotosModal } from '../attachments/PhotosModal.tsx';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { StartDialog } from '../plans/StartDialog.tsx';
import { ReasonAct } from '../shared/ReasonAct.tsx';
import { CloseTasksModal } from './CloseTasksModal.tsx';

/** The dialog that is open over 实施进度. */
export type WorksDialog =
  | { readonly kind: 'photos' | 'clear' | 'undoClose'; readonly task: TaskWorks }
  | { readonly kind: 'close'; readonly tasks: readonly TaskWorks[] }
  | { readonly kind: 'paper' | 'start' | 'undoStart' };

interface Props {
  readonly dialog: WorksDialog | undefined;
  readonly view: WorksView;
  readonly onClose: () => void;
}

/** Whatever is asked or shown over 实施进度. */
export function WorksDialogs({ dialog, view, onClose }: Props) {
  const { planId } = view;
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'photos':
      return (
        <PhotosModal
          title={`第${dialog.task.number}项`}
          text={dialog.task.measure}
          subject={attachmentSubject('task', planId, dialog.task.line)}
          roles={['before', 'progress', 'after']}
          emptyText="还没有照片。请添加改造前、改造后同一位置的照片；销号时要有改造后照片，或写明原因。"
          onClose={onClose}
        />
      );
    case 'clear':
      return (
        <ReasonAct
          title={`撤销进度登记：第${dialog.task.number}项`}
          okText="撤销登记"
          call={(reason) => client.works.clear({ planId, line: dialog.task.line, reason })}
          onClose={onClose}
        >
          <p>
            “{dialog.task.measure}”的进度、实际投入和完成日期将清空；操作记录中保留原来的数据，照片不受影响。
          </p>
        </ReasonAct>
      );
    case 'undoClose':
      return (
        <ReasonAct
          title={`撤销销号：第${dialog.task.number}项`}
          okText="撤销销号"
          call={(reason) => client.works.undoClose({ planId, line: dialog.task.line, reason })}
          onClose={onClose}
        >
          <p>“{dialog.task.measure}”回到“已完成待销号”，可以修改后重新销号。</p>
        </ReasonAct>
      );
    case 'close':
      return <CloseTasksModal view={view} tasks={dialog.tasks} onClose={onClose} />;
    case 'start':
    case 'undoStart':
      return <StartDialog kind={dialog.kind} planId={planId} startedOn={view.startedOn} onClose={onClose} />;
    case 'paper':
      return <PaperPreview refs={{ paper: 'taskClosure', workshopId: view.workshopId }} onClose={onClose} />;
  }
}
