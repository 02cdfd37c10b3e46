import type { Bureau } from '../../db/model/bureau.ts';
import { type IsoDate, inChinese } from '../../db/model/dates.ts';
import { together } from './build.ts';
import type { Block, OfficialDocument, Table } from './official.ts';
import { workshopsInProject } from './programme.ts';

interface ListedReport {
  readonly bureau: Bureau;
  readonly year: number;
  readonly programmeName: string;
  readonly asOf: IsoDate;
}

/** A table over all workshops on landscape pages, with what it comes to and the office's seal below it. */
export const listedReport = (
  { bureau, year, programmeName, asOf }: ListedReport,
  title: string,
  table: Table,
  below: readonly Block[],
): OfficialDocument => ({
  name: `${bureau.name}${year}年小作坊创建工程${title}`,
  office: bureau.name,
  madeOn: asOf,
  layout: 'form',
  orientation: 'landscape',
  title: [`${year}年`, workshopsInProject(programmeName), '创建工程', title],
  subtitle: `填报单位：${bureau.name}　　截至${inChinese(asOf)}`,
  blocks: [table, together(...below, { kind: 'signOff', office: bureau.name, date: asOf, sealRoom: true })],
  isPublic: false,
});
