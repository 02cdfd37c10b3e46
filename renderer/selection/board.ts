import type { WorkshopRow } from '../../db/model/contract/workshops.ts';
import { errorsOf } from '../../db/model/problems.ts';
import { isStage, type Stage } from '../../db/model/stage.ts';

/** Where an application stands on the board of 申请遴选: everything past the selection counts as 已入选. */
export const BOARD_GROUPS = {
  awaitingReview: '待审核',
  awaitingSelection: '待遴选',
  selected: '已入选',
  notSelected: '未入选',
  refused: '审核未通过',
  removed: '公示后取消',
  withdrawn: '已退出',
} as const;

type BoardGroup = keyof typeof BOARD_GROUPS;

export function boardGroupOf(stage: Stage): BoardGroup {
  switch (stage) {
    case 'awaitingReview':
    case 'awaitingSelection':
    case 'notSelected':
    case 'refused':
    case 'removed':
    case 'withdrawn':
      return stage;
    default:
      return 'selected';
  }
}

/** The group a link from the home page names by its stage. */
export const groupOfLink = (stage: string | null): BoardGroup | undefined =>
  isStage(stage) ? boardGroupOf(stage) : undefined;

/** Applications whose review may still be changed. */
export const isReviewable = ({ stage }: WorkshopRow): boolean =>
  stage === 'awaitingReview' ||
  stage === 'refused' ||
  stage === 'awaitingSelection' ||
  stage === 'notSelected';

export const isSelectable = ({ stage }: WorkshopRow): boolean =>
  stage === 'awaitingSelection' || stage === 'notSelected';

/** Before it is published a selection can simply be taken back. */
export const isDeselectable = ({ stage }: WorkshopRow): boolean => stage === 'awaitingPublicity';

export const isWithdrawable = ({ stage }: WorkshopRow): boolean =>
  stage !== 'withdrawn' && stage !== 'removed';

export const meetsConditions = (row: WorkshopRow): boolean => errorsOf(row.failedConditions).length === 0;

/** `甲作坊、乙作坊等5家`. */
export function namesOf(rows: readonly Pick<WorkshopRow, 'name'>[], most = 3): string {
  const names = rows
    .slice(0, most)
    .map((row) => row.name)
    .join('、');
  return rows.length > most ? `${names}等${rows.length}家` : names;
}
