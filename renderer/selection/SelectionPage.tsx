import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { WorkshopRow } from '../../db/model/contract/workshops.ts';
import { keysOf } from '../../db/model/terms.ts';
import { useAct } from '../act.ts';
import { api, client } from '../api.ts';
import { problemsOf } from '../problems.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { NoApplications } from '../workshops/NoApplications.tsx';
import { searchTextOf } from '../workshops/searchText.ts';
import { ApplicationDrawer } from './ApplicationDrawer.tsx';
import {
  BOARD_GROUPS,
  boardGroupOf,
  groupOfLink,
  isDeselectable,
  isReviewable,
  isSelectable,
  isWithdrawable,
} from './board.ts';
import { boardColumns } from './columns.tsx';
import { DeselectModal } from './DeselectModal.tsx';
import { QuotaBar } from './QuotaBar.tsx';
import { ReviewModal } from './ReviewModal.tsx';
import { SelectModal } from './SelectModal.tsx';
import './selection.css';
import { VacancyList } from './VacancyList.tsx';
import { WithdrawModal } from './WithdrawModal.tsx';

interface Doing {
  readonly what: 'review' | 'select' | 'deselect' | 'withdraw';
  readonly rows: readonly WorkshopRow[];
  /** Forgets the check marks once it is done. */
  readonly clear: () => void;
}

const chips = keysOf(BOARD_GROUPS).map((key) => ({ key, label: BOARD_GROUPS[key] }));
const rowKey = (row: WorkshopRow): string => row.workshopId;
const chipOf = (row: WorkshopRow): string => boardGroupOf(row.stage);

/** 申请遴选: every application with its conditions, reviewed and selected within the quota. */
export function SelectionPage() {
  const workshops = useQuery(api.workshops.list.queryOptions());
  const overview = useQuery(api.home.overview.queryOptions());
  const [doing, setDoing] = useState<Doing>();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const [openedId, setOpenedId] = useState<string>();
  const undo = useAct(client.workshops.undoWithdraw);
  const opened = workshops.data?.find((row) => row.workshopId === openedId);

  /** The buttons for these rows: only what is possible for all of them. */
  const actionsFor = (rows: readonly WorkshopRow[], clear: () => void): ReactNode => {
    const [only] = rows;
    const start = (what: Doing['what']) => () => setDoing({ what, rows, clear });
    return (
      <>
        <Button type="primary" disabled={!rows.every(isReviewable)} onClick={start('review')}>
          登记审核意见
        </Button>
        <Button disabled={!rows.every(isSelectable)} onClick={start('select')}>
          确定入选
        </Button>
        <Button disabled={!rows.every(isDeselectable)} onClick={start('deselect')}>
          取消入选
        </Button>
        {rows.length === 1 && only?.stage === 'withdrawn' && (
          <Button loading={undo.running} onClick={() => void undo.run({ applicationId: only.applicationId })}>
            撤销退出
          </Button>
        )}
        {rows.length === 1 && only && isWithdrawable(only) && (
          <Button onClick={start('withdraw')}>登记退出</Button>
        )}
      </>
    );
  };

  const close = (): void => setDoing(undefined);
  const done = (): void => {
    doing?.clear();
    close();
  };
  const [first] = doing?.rows ?? [];
  return (
    <>
      <PageHeader title="申请遴选">
        <QuotaBar />
        <Button type="primary" onClick={() => void navigate('/selection/ranking')}>
          排名与遴选
        </Button>
      </PageHeader>
      <VacancyList />
      <ProblemList problems={undo.problems} onClose={undo.clear} />
      {workshops.error && <ProblemList problems={problemsOf(workshops.error)} />}
      <DataTable
        id="selection"
        rows={workshops.data}
        rowKey={rowKey}
        columns={boardColumns}
        searchText={searchTextOf}
        searchHint="搜索名称、业主、首字母、证照号"
        chipOf={chipOf}
        chips={chips}
        startChip={groupOfLink(params.get('stage'))}
        onOpen={(row) => setOpenedId(row.workshopId)}
        selectionActions={actionsFor}
        empty={<NoApplications />}
      />
      {opened && (
        <ApplicationDrawer
          row={opened}
          onClose={() => setOpenedId(undefined)}
          actions={actionsFor([opened], () => undefined)}
        />
      )}
      {doing?.what === 'review' && <ReviewModal rows={doing.rows} onClose={close} onDone={done} />}
      {doing?.what === 'select' && (
        <SelectModal rows={doing.rows} overview={overview.data} onClose={close} onDone={done} />
      )}
      {doing?.what === 'deselect' && <DeselectModal rows={doing.rows} onClose={close} onDone={done} />}
      {doing?.what === 'withdraw' && first && <WithdrawModal row={first} onClose={done} />}
    </>
  );
}
