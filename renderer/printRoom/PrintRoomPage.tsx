import { useQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { BundleView, PrintableWorkshop, PrintOptions } from '../../db/model/contract/printRoom.ts';
import { PrintSettings } from '../../db/model/printing.ts';
import { STAGES } from '../../db/model/stage.ts';
import { keysOf } from '../../db/model/terms.ts';
import { api, client, problemsOf } from '../api.ts';
import { DataTable } from '../shared/DataTable.tsx';
import type { DataColumn } from '../shared/dataColumn.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ProgressModal } from '../shared/ProgressModal.tsx';
import { StageTag } from '../shared/StageTag.tsx';
import { useLongWork } from '../shared/useLongWork.ts';
import { useRemembered } from '../shared/useRemembered.ts';
import { BundlePreview } from './BundlePreview.tsx';
import { HandedOver } from './handOver.tsx';
import { PrintChoices } from './PrintChoices.tsx';
import { FRESH_SETTINGS, keyOfPaper, plannedPapers } from './printChoice.ts';
import './printRoom.css';

const CHIPS = keysOf(STAGES).map((key) => ({ key, label: STAGES[key] }));
const rowKey = (row: PrintableWorkshop): string => row.workshopId;
const stageOf = (row: PrintableWorkshop): string => row.stage;
const searchText = ({ name, ownerName, township, initials }: PrintableWorkshop): string =>
  `${name} ${ownerName} ${township} ${initials}`.toLowerCase();
const NONE: readonly PrintableWorkshop[] = [];

const COLUMNS: readonly DataColumn<PrintableWorkshop>[] = [
  { key: 'name', title: '小作坊名称', width: 230, dataIndex: 'name', ellipsis: true },
  { key: 'ownerName', title: '业主', width: 90, dataIndex: 'ownerName' },
  { key: 'township', title: '乡镇（街道）', width: 120, dataIndex: 'township', ellipsis: true },
  {
    key: 'stage',
    title: '环节',
    width: 150,
    value: (row) => STAGES[row.stage],
    render: (_, row) => <StageTag stage={row.stage} />,
  },
  {
    key: 'sheets',
    title: '可打印',
    width: 80,
    value: (row) => row.sheets.length,
    render: (_, row) => `${row.sheets.length}种`,
  },
];

function NoWorkshops() {
  const navigate = useNavigate();
  return (
    <Empty description="本年度还没有小作坊。登记申请后，在这里一次打印多家的多份材料。">
      <Button type="primary" onClick={() => void navigate('/workshops/new')}>
        新增申请
      </Button>
    </Empty>
  );
}

/** What was handed over by a list, on top of what was remembered. */
function useChoice(options: PrintOptions | undefined) {
  const handed = HandedOver.safeParse(useLocation().state).data;
  const [remembered, remember] = useRemembered('printRoom', PrintSettings, FRESH_SETTINGS);
  const [settings, setSettings] = useState<PrintSettings>(
    handed?.sheets ? { ...remembered, sheets: handed.sheets } : remembered,
  );
  const [workshops, setWorkshops] = useState(NONE);
  const [yearPapers, setYearPapers] = useState<readonly string[]>([]);
  const change = (next: PrintSettings): void => {
    setSettings(next);
    remember(next);
  };
  const officePapers = options?.officePapers ?? [];
  const chosen = officePapers.map((one) => one.ref).filter((ref) => yearPapers.includes(keyOfPaper(ref)));
  return { handed, settings, change, workshops, setWorkshops, yearPapers, setYearPapers, chosen };
}

/** 打印室: many papers of many workshops in one go. */
export function PrintRoomPage() {
  const navigate = useNavigate();
  const options = useQuery(api.printRoom.options.queryOptions());
  const choice = useChoice(options.data);
  const { settings, workshops, chosen } = choice;
  const work = useLongWork();
  const [bundle, setBundle] = useState<BundleView>();
  const planned = plannedPapers(workshops, chosen.length, settings);
  const make = async (): Promise<void> => {
    const request = {
      ...settings,
      workshopIds: workshops.map((one) => one.workshopId),
      officePapers: chosen,
    };
    const made = await work.run('正在生成待打印的材料', (signal) =>
      client.printRoom.make(request, { signal }),
    );
    if (made?.ok) setBundle(made.value);
  };
  const [only] = workshops;
  return (
    <>
      <PageHeader title="打印室" note="一次打印多家小作坊的多份材料，合成一个文件">
        <Button type="primary" disabled={planned.papers === 0} onClick={() => void make()}>
          {planned.papers === 0 ? '生成并预览' : `生成并预览（${planned.printed}份）`}
        </Button>
      </PageHeader>
      {options.error && <ProblemList problems={problemsOf(options.error)} />}
      <ProblemList problems={work.problems} title="没有生成" onClose={work.clear} />
      <ProgressModal work={work} />
      <div className="print-room">
        <aside className="panel print-choices" aria-label="打印内容">
          <PrintChoices
            workshops={workshops}
            settings={settings}
            onSettings={choice.change}
            officePapers={options.data?.officePapers ?? []}
            chosenOfficePapers={choice.yearPapers}
            onOfficePapers={choice.setYearPapers}
          />
        </aside>
        <div className="print-workshops">
          <DataTable
            id="printRoom"
            name="打印室"
            rows={options.data?.workshops}
            rowKey={rowKey}
            columns={COLUMNS}
            searchText={searchText}
            searchHint="搜索名称、业主、首字母"
            chipOf={stageOf}
            chips={CHIPS}
            startSelection={choice.handed?.workshopIds ?? []}
            onSelection={choice.setWorkshops}
            selectionActions={() =>
              workshops.length === 1 && only ? (
                <Button onClick={() => void navigate(`/workshops/${only.workshopId}?tab=archive`)}>
                  一坊一档
                </Button>
              ) : null
            }
            empty={<NoWorkshops />}
          />
        </div>
      </div>
      {bundle && (
        <BundlePreview
          title="待打印的材料"
          bundle={bundle}
          duplex={settings.duplex}
          copies={settings.copies}
          onClose={() => setBundle(undefined)}
        />
      )}
    </>
  );
}
