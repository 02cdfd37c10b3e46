import { App, Button, Dropdown } from 'antd';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import { client } from '../api.ts';
import { desk } from '../desk.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ProgressModal } from '../shared/ProgressModal.tsx';
import { useLongWork } from '../shared/useLongWork.ts';
import { useOpenPath } from '../shared/useOpenPath.ts';

/** Papers of many workshops at once, into a folder the clerk picks. */
export function MakePapersButton({ workshopIds }: { readonly workshopIds: readonly WorkshopId[] }) {
  const { modal } = App.useApp();
  const work = useLongWork();
  const openPath = useOpenPath();
  const make = async (paper: 'application' | 'promise') => {
    const folder = await desk.pickFolder({ purpose: 'documents' });
    if (!folder) return;
    const refs: PaperRef[] = workshopIds.map((workshopId) => ({ paper, workshopId }));
    const done = await work.run('正在制作文书', (signal) =>
      client.papers.makeMany({ refs, format: 'pdf', folder: folder.token }, { signal }),
    );
    if (!done) return;
    if (!done.ok) {
      modal.warning({
        title: '没有全部制作',
        content: <ProblemList problems={done.problems} />,
        okText: '知道了',
      });
      return;
    }
    modal.confirm({
      title: `已在“${folder.name}”中制作${done.value.made}份`,
      content: done.value.problems.length > 0 && (
        <ProblemList problems={done.value.problems} title="以下未能制作" />
      ),
      okText: '打开文件夹',
      cancelText: '完成',
      onOk: () => openPath(folder.token),
    });
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'application', label: '申请表（PDF）', onClick: () => void make('application') },
            { key: 'promise', label: '资金投入承诺书（PDF）', onClick: () => void make('promise') },
          ],
        }}
      >
        <Button>批量制作文书</Button>
      </Dropdown>
      <ProgressModal work={work} />
    </>
  );
}
