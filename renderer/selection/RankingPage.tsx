import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Empty, Flex, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { RankingView } from '../../db/model/contract/selection.ts';
import { moved } from '../../db/model/ranking.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { useDraft } from '../shared/useDraft.tsx';
import { FixedTable } from './FixedTable.tsx';
import { QuotaModal } from './QuotaModal.tsx';
import { type RankingActions, RankingTable } from './RankingTable.tsx';
import {
  asKept,
  decisionsOf,
  isChanged,
  KeptLines,
  keptLines,
  lineProblems,
  movedToRank,
  placesWanted,
  type RankingLine,
  rankedLines,
  startLines,
  suggestedLines,
} from './rankingLines.ts';
import './selection.css';

function Nobody() {
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title="排名与遴选">
        <Button onClick={() => void navigate('/selection')}>返回申请遴选</Button>
      </PageHeader>
      <div className="table-empty">
        <Empty description="还没有审核通过的申请。主管领导审核同意后，在这里排名次、定结果。">
          <Button type="primary" onClick={() => void navigate('/selection')}>
            去审核申请
          </Button>
        </Empty>
      </div>
    </>
  );
}

function OverQuota({ view, wanted }: { readonly view: RankingView; readonly wanted: number }) {
  const [changing, setChanging] = useState(false);
  if (wanted <= view.quota) return null;
  return (
    <>
      <Alert
        className="page-message"
        type="error"
        showIcon
        title={`名额${view.quota}家，现定${wanted}家，超出${wanted - view.quota}家。请减少入选，或按上级通知调整名额。`}
        action={
          <Button size="small" onClick={() => setChanging(true)}>
            调整名额
          </Button>
        }
      />
      {changing && <QuotaModal quota={view.quota} onClose={() => setChanging(false)} />}
    </>
  );
}

function Board({ view }: { readonly view: RankingView }) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { campaign } = useOffice();
  const [edited, setEdited] = useState<readonly RankingLine[] | null>(null);
  const [tried, setTried] = useState(false);
  const [preview, setPreview] = useState(false);
  const save = useAct(client.selection.decide);
  const fresh = useMemo(() => startLines(view), [view]);
  const lines = edited ?? fresh;
  const ranked = useMemo(() => rankedLines(view, lines), [view, lines]);
  const draft = useDraft(`ranking:${campaign.year}`, edited && asKept(edited), KeptLines, (kept) =>
    setEdited(keptLines(view, kept)),
  );
  const change = (index: number, part: Partial<RankingLine>): void =>
    setEdited(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  const actions: RankingActions = {
    toRank: (index, rank) => setEdited(movedToRank(view, lines, index, rank)),
    toIndex: (from, to) => setEdited(moved(lines, from, to)),
    select: (index, selected) => change(index, { selected }),
    explain: (index, reason) => change(index, { reason }),
  };
  const problems = lineProblems(view, ranked);
  const wanted = placesWanted(view, lines);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (problems.length > 0 || wanted > view.quota || lines.length === 0) return;
    const done = await save.run({ decisions: decisionsOf(ranked) });
    if (!done.ok) return;
    await draft.drop();
    setEdited(null);
    setTried(false);
    message.success(`已记录：入选${done.value.selected}家，未入选${done.value.notSelected}家`);
  };
  useCommand('save', () => void submit(), !preview);
  useCommand('print', () => setPreview(true), !preview);
  const fixed = view.candidates.filter((one) => one.fixed);
  return (
    <>
      <PageHeader
        title="排名与遴选"
        note={`名额${view.quota}家，已公示或列入名单${view.fixedPlaces}家，本页入选${lines.filter((one) => one.selected).length}家`}
      >
        <Button onClick={() => void navigate('/selection')}>返回申请遴选</Button>
        <Button disabled={lines.length === 0} onClick={() => setEdited(suggestedLines(view, lines))}>
          按得分重排
        </Button>
        <Button onClick={() => setPreview(true)}>遴选情况表</Button>
        <Button
          type="primary"
          loading={save.running}
          disabled={!isChanged(view, ranked)}
          onClick={() => void submit()}
        >
          确定遴选结果 Ctrl+S
        </Button>
      </PageHeader>
      {draft.banner}
      <OverQuota view={view} wanted={wanted} />
      <ProblemList problems={save.problems} title="没有记录" onClose={save.clear} />
      {tried && <ProblemList problems={problems} title="还不能确定遴选结果" />}
      <Flex vertical gap={12}>
        {lines.length > 0 && (
          <section className="panel" aria-label="候选小作坊">
            <p className="quiet ranking-hint">
              得分按申请表数据计算（鼠标停在得分上看明细），仅供参考。拖动一行、输入名次或用箭头调整；名次与建议不同的和未入选的都要写明理由，供日后查阅。
            </p>
            <RankingTable lines={ranked} actions={actions} />
          </section>
        )}
        {fixed.length > 0 && <FixedTable candidates={fixed} />}
      </Flex>
      {preview && <PaperPreview refs={{ paper: 'selectionReport' }} onClose={() => setPreview(false)} />}
    </>
  );
}

/** 排名与遴选: everybody who passed the review, ranked, decided on, and the reason of each. */
export function RankingPage() {
  const ranking = useQuery(api.selection.ranking.queryOptions());
  if (ranking.isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (ranking.isError) return <ProblemList problems={problemsOf(ranking.error)} />;
  if (ranking.data.candidates.length === 0) return <Nobody />;
  return <Board view={ranking.data} />;
}
