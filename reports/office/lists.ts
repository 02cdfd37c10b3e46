import { bureauOf, currentCampaign } from '../../db/bureau/bureau.ts';
import type { MadePaper } from '../../db/model/contract/papers.ts';
import type { ListContent } from '../../db/model/lists.ts';
import type { Paper } from '../../db/model/papers.ts';
import type { Result } from '../../db/model/problems.ts';
import type { Office } from '../../db/office.ts';
import { makeGated, type PaperTools } from './papers.ts';

/** A list of the window as a workbook; like every paper it must be free of private numbers. */
export async function makeListWorkbook(
  office: Office,
  content: ListContent,
  tools: PaperTools,
): Promise<Result<MadePaper>> {
  const { year, policy } = currentCampaign(office);
  const head = { bureau: bureauOf(office), year, programmeName: policy.programmeName };
  const paper: Paper = { paper: 'list', ...head, asOf: tools.today, ...content };
  return makeGated(office, paper, 'xlsx', tools);
}
