import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { InspectionPage } from '../../db/model/contract/inspections.ts';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import { RESULT_STAGES, type Stage } from '../../db/model/stage.ts';
import type { InspectionLevel } from '../../db/model/terms.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { StartSheetModal } from '../scoring/StartSheetModal.tsx';
import { scoringName, sheetPath } from '../scoring/sheetWords.ts';
import { RecordTotalModal } from './RecordTotalModal.tsx';

type Ask =
  | { readonly kind: 'start'; readonly level: InspectionLevel }
  | { readonly kind: 'total'; readonly level: 'city' | 'province' }
  | { readonly kind: 'paper'; readonly ref: PaperRef };

interface Props {
  readonly page: InspectionPage;
}

/** Nothing is left to be scored. */
const DONE: readonly Stage[] = ['countyPassed', 'recheckPassed', ...RESULT_STAGES];

/** The one main step: go on with the open sheet, score for the first time, or again. */
function MainStep({ page, onAsk }: Props & { readonly onAsk: (ask: Ask) => void }) {
  const navigate = useNavigate();
  const { open, outcomes } = page.row;
  if (open)
    return (
      <Button type="primary" onClick={() => void navigate(sheetPath(open.level, open.inspectionId))}>
        继续填写{scoringName(open.level)}
      </Button>
    );
  // After a scoring that failed, here or above, the next step is to score again.
  const done = DONE.includes(page.row.stage);
  return (
    <Button type={done ? 'default' : 'primary'} onClick={() => onAsk({ kind: 'start', level: 'county' })}>
      {outcomes.county ? '县级复查' : '开始县级考评'}
    </Button>
  );
}

const ABOVE: readonly { readonly label: string; readonly ask: Ask }[] = [
  { label: '市级：只登记总分', ask: { kind: 'total', level: 'city' } },
  { label: '市级：录入整张评分表', ask: { kind: 'start', level: 'city' } },
  { label: '省级：只登记总分', ask: { kind: 'total', level: 'province' } },
  { label: '省级：录入整张评分表', ask: { kind: 'start', level: 'province' } },
];

/** What can be done about a workshop's scorings. */
export function InspectionActions({ page }: Props) {
  const [ask, setAsk] = useState<Ask>();
  const { row } = page;
  const close = () => setAsk(undefined);
  const blank: PaperRef = { paper: 'scoreSheets', workshopIds: [row.workshopId], level: 'county' };
  return (
    <>
      <Button onClick={() => setAsk({ kind: 'paper', ref: blank })}>打印空白评分表</Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: ABOVE.map(({ label, ask: next }) => ({
            key: label,
            label,
            onClick: () => setAsk(next),
          })),
        }}
      >
        <Button>登记上级考评…</Button>
      </Dropdown>
      <MainStep page={page} onAsk={setAsk} />
      {ask?.kind === 'start' && (
        <StartSheetModal
          workshopId={row.workshopId}
          level={ask.level}
          warnings={ask.level === 'county' ? row.readiness : []}
          onClose={close}
        />
      )}
      {ask?.kind === 'total' && (
        <RecordTotalModal workshopId={row.workshopId} level={ask.level} onClose={close} />
      )}
      {ask?.kind === 'paper' && <PaperPreview refs={ask.ref} onClose={close} />}
    </>
  );
}
