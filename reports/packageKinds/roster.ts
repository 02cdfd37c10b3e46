import { digestOf } from '../../db/canonical.ts';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import type { RosterView } from '../../db/model/contract/publicity.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { problem } from '../../db/model/problems.ts';
import type { Office } from '../../db/office.ts';
import { currentRoster, lastHandedUp, rosterChanges } from '../../db/publicity/rosterChanges.ts';
import { rosters } from '../../db/publicity/rosters.ts';
import { type Contents, inFormats, type Piece } from './contents.ts';

const CHANGES = inFormats({ paper: 'rosterChanges' }, '00_创建名单变动情况', '创建名单变动情况表', [
  'xlsx',
  'pdf',
]);

/** One confirmed list with the notice it rests on. */
function rosterPieces(one: RosterView, several: boolean): readonly Piece[] {
  const batch = several ? `_第${one.batch}批` : '';
  const which = several ? `第${one.batch}批` : '';
  const notice: PaperRef = { paper: 'selectionNotice', publicityId: one.publicityId };
  const list: PaperRef = { paper: 'roster', rosterId: one.id };
  return [
    ...inFormats(list, `01_创建名单${batch}`, `${which}创建名单`, ['xlsx', 'pdf']),
    { ref: notice, format: 'pdf', path: `02_创建名单公示${batch}.pdf`, title: `${which}创建名单公示` },
  ];
}

/**
 * The first package carries the whole list. Once something changed, the next carries the changes and the lists that
 * are new; a correction carries all again. `records` are always the whole list as it stands, so that the receiver need
 * not add up.
 */
export function rosterContents(office: Office, today: IsoDate, corrects: boolean): Contents {
  const confirmed = [...rosters(office)].reverse();
  const last = lastHandedUp(office);
  const { left, joined } = rosterChanges(office, today);
  const isChanged = left.length + joined.length > 0;
  const isNew = (one: RosterView): boolean =>
    last === null || one.entries.some((entry) => !last.ids.has(entry.workshopId));
  const sent = isChanged && last !== null && !corrects ? confirmed.filter(isNew) : confirmed;
  const entries = currentRoster(office);
  return {
    pieces: [
      ...(isChanged ? CHANGES : []),
      ...sent.flatMap((one) => rosterPieces(one, confirmed.length > 1)),
    ],
    secret: null,
    records: entries.map(({ withdrawnOn: _, withdrawnReason: __, ...entry }) => ({
      id: entry.workshopId,
      kind: 'workshop',
      name: entry.name,
      digest: digestOf(entry).sha256,
      fields: {
        业主: entry.ownerName,
        主要产品: entry.products,
        '县（市、区）': entry.district,
      },
    })),
    counts: {
      家数: entries.length,
      ...(isChanged ? { 新增: joined.length, 退出: left.length } : {}),
    },
    problems:
      entries.length > 0
        ? []
        : [problem('package.noRoster', '还没有确定创建名单，请在公示期满后到“公示”中确定名单')],
  };
}
