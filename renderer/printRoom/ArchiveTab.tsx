import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Flex, Radio, Typography } from 'antd';
import { useState } from 'react';
import type { BundleView } from '../../db/model/contract/printRoom.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import { api, client } from '../api.ts';
import { PrintLogTable } from '../papers/PrintLog.tsx';
import { SavedNote } from '../papers/SavedNote.tsx';
import { FolderButton } from '../shared/FilePick.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ProgressModal } from '../shared/ProgressModal.tsx';
import { useLongWork } from '../shared/useLongWork.ts';
import { BundlePreview } from './BundlePreview.tsx';
import './printRoom.css';

const VERSIONS = [
  { value: true, label: '完整卷（含个人信息，仅供本单位存档）' },
  { value: false, label: '不含个人信息的卷（不收入申请表、承诺书和申请材料）' },
];

/** 一坊一档 of one workshop, as one file or as a folder. */
function ArchivePanel({ workshopId }: { readonly workshopId: WorkshopId }) {
  const work = useLongWork();
  const [withPrivate, setWithPrivate] = useState(true);
  const [duplex, setDuplex] = useState(true);
  const [bundle, setBundle] = useState<BundleView>();
  const [saved, setSaved] = useState<PickedPath>();
  const which = { workshopId, withPrivate, duplex };
  const make = async (): Promise<void> => {
    const made = await work.run('正在生成一坊一档', (signal) =>
      client.printRoom.makeArchive(which, { signal }),
    );
    if (made?.ok) setBundle(made.value);
  };
  const save = async (folder: PickedPath): Promise<void> => {
    const made = await work.run('正在生成一坊一档', (signal) =>
      client.printRoom.saveArchive({ ...which, folder: folder.token }, { signal }),
    );
    if (made?.ok)
      setSaved({ token: made.value.folder, name: `${made.value.name}（${made.value.files}个文件）` });
  };
  return (
    <section className="panel" aria-label="一坊一档">
      <p className="side-heading">一坊一档</p>
      <Flex vertical gap={12} align="start">
        <Typography.Text type="secondary">
          封面、卷内目录、申请表至验收结果的全部材料和附件，按顺序装订成一卷，页号连续。收款信息和发放表另行保管，不收入。
        </Typography.Text>
        <Radio.Group
          aria-label="收入哪些材料"
          className="archive-versions"
          value={withPrivate}
          options={VERSIONS}
          onChange={(event) => setWithPrivate(event.target.value)}
        />
        <Checkbox checked={duplex} onChange={(event) => setDuplex(event.target.checked)}>
          按双面打印编排
        </Checkbox>
        {withPrivate && (
          <Alert type="warning" showIcon title="卷中有身份证号、手机号等，请按内部材料保管，不要外传。" />
        )}
        <Flex gap={8} wrap>
          <Button type="primary" onClick={() => void make()}>
            生成并预览
          </Button>
          <FolderButton purpose="documents" onPicked={(folder) => void save(folder)}>
            存为文件夹…
          </FolderButton>
        </Flex>
        <ProblemList problems={work.problems} title="没有生成" onClose={work.clear} />
        <SavedNote saved={saved} onClose={() => setSaved(undefined)} />
      </Flex>
      <ProgressModal work={work} />
      {bundle && (
        <BundlePreview
          title="一坊一档"
          bundle={bundle}
          duplex={duplex}
          copies={1}
          onClose={() => setBundle(undefined)}
        />
      )}
    </section>
  );
}

/** The workshop's folder, and everything of it that was ever printed. */
export function ArchiveTab({ workshopId }: { readonly workshopId: WorkshopId }) {
  const log = useQuery(api.printRoom.log.queryOptions({ input: { workshopId } }));
  return (
    <Flex vertical gap={12}>
      <ArchivePanel workshopId={workshopId} />
      <section className="panel" aria-label="打印记录">
        <p className="side-heading">打印记录</p>
        <PrintLogTable rows={log.data} ofMany />
      </section>
    </Flex>
  );
}
