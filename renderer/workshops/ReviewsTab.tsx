import { Button, Descriptions, Empty, Flex } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { RecordedReview, WorkshopPage } from '../../db/model/contract/workshops.ts';
import { materialWarnings } from '../../db/model/materials.ts';
import { OPINIONS, REVIEW_LEVELS } from '../../db/model/terms.ts';
import { client } from '../api.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ReasonAct } from '../shared/ReasonAct.tsx';
import { DecisionTable, ReviewTable } from './ReviewTables.tsx';

const REVIEWABLE: readonly WorkshopPage['stage'][] = [
  'awaitingReview',
  'refused',
  'awaitingSelection',
  'notSelected',
];

function RetractModal({ page, review, onClose }: RetractProps) {
  const opinion = review.opinion === 'retracted' ? '' : OPINIONS[review.opinion];
  return (
    <ReasonAct
      title={`撤回${REVIEW_LEVELS[review.level]}的意见“${opinion}”`}
      okText="撤回意见"
      call={(reason) =>
        client.selection.retractReview({ applicationId: page.applicationId, level: review.level, reason })
      }
      onClose={onClose}
    >
      <p>撤回后该层级视为尚未审核，可以重新登记；原意见留在记录中。</p>
    </ReasonAct>
  );
}

interface RetractProps {
  readonly page: WorkshopPage;
  readonly review: RecordedReview;
  readonly onClose: () => void;
}

/** 公示情况 and 是否列入创建名单: the last two fields of the application form, as the records have them. */
const outcome = ({ publicity, onRoster, withdrawn }: WorkshopPage) => [
  {
    key: 'publicity',
    label: '公示情况',
    children: publicity
      ? `${publicity.firstDay}至${publicity.lastDay}公示${publicity.cancelledOn ? '，该公示已撤销' : ''}${publicity.removedOn ? `，${publicity.removedOn}因异议成立取消` : ''}`
      : '尚未公示',
  },
  { key: 'roster', label: '是否列入创建名单', children: onRoster ? '是' : '否' },
  ...(withdrawn
    ? [{ key: 'withdrawn', label: '退出', children: `${withdrawn.on}退出：${withdrawn.reason}` }]
    : []),
];

/** 审核与遴选: what was decided about the application, by whom and when. */
export function ReviewsTab({ page }: { readonly page: WorkshopPage }) {
  const navigate = useNavigate();
  const [retracting, setRetracting] = useState<RecordedReview>();
  const [previewing, setPreviewing] = useState(false);
  const { reviewHistory, decisions, withdrawn, stage } = page;
  const reviewable = REVIEWABLE.includes(stage);
  const toSelection = (
    <Button
      type={reviewable ? 'primary' : 'default'}
      onClick={() => void navigate(`/selection?stage=${stage}`)}
    >
      去申请遴选
    </Button>
  );
  const sheet = <Button onClick={() => setPreviewing(true)}>资格审核表</Button>;
  const nothing = reviewHistory.length === 0 && decisions.length === 0 && !withdrawn;
  return (
    <>
      <ProblemList problems={reviewable ? materialWarnings(page.materials) : []} />
      {nothing ? (
        <Empty className="page-empty" description="还没有审核。请在“申请遴选”中登记审核意见。">
          <Flex gap={8} justify="center">
            {toSelection}
            {sheet}
          </Flex>
        </Empty>
      ) : (
        <div className="panel stack">
          <Flex gap={8} justify="end">
            {toSelection}
            {sheet}
          </Flex>
          <ReviewTable history={reviewHistory} onRetract={reviewable ? setRetracting : undefined} />
          <DecisionTable decisions={decisions} />
          <Descriptions size="small" bordered column={1} items={outcome(page)} />
        </div>
      )}
      {retracting && (
        <RetractModal page={page} review={retracting} onClose={() => setRetracting(undefined)} />
      )}
      {previewing && (
        <PaperPreview
          refs={{ paper: 'qualification', workshopId: page.workshopId }}
          onClose={() => setPreviewing(false)}
        />
      )}
    </>
  );
}
