import { basename } from 'node:path';
import { makeBackup } from '../../../db/backup/backup.ts';
import { readWorkbook } from '../../../db/import/workbook.ts';
import {
  removeInspection,
  reopenSheet,
  restoreInspection,
} from '../../../db/inspections/inspectionCorrections.ts';
import { finishSheet, saveSheet } from '../../../db/inspections/inspectionSheets.ts';
import { recordTotal, startInspection } from '../../../db/inspections/inspectionStart.ts';
import { inspectionRows, proposalBasis, sheetView } from '../../../db/inspections/inspections.ts';
import { importMeasures, measures, removeMeasure, saveMeasure } from '../../../db/inspections/measures.ts';
import {
  addTable,
  chooseTable,
  copyTable,
  retireTable,
  saveTable,
  scoreTableRows,
  scoreTableView,
} from '../../../db/inspections/scoreTables.ts';
import { readMeasures } from '../../../db/model/import/measures.ts';
import { readScoreTable } from '../../../db/model/import/scoreTables.ts';
import { errorsOf } from '../../../db/model/problems.ts';
import { fullPoints, tableProblems } from '../../../db/model/scoring/table.ts';
import { scoreTableBook, scoreTableTemplate } from '../../../reports/excel/scoreTableBook.ts';
import type { HostContext } from '../context.ts';
import type { Session } from '../session.ts';
import { api, pathBehind, refused, unwrap } from './base.ts';

export const scoringApi = (context: HostContext, session: Session) => {
  const readPicked = async (token: string) => {
    const path = pathBehind(context.pathOf, token);
    const read = readScoreTable(unwrap(await readWorkbook(path)));
    return { fileName: basename(path), read };
  };
  return {
    ...tablesApi(context, session, readPicked),
    measures: api.scoring.measures.handler(() => measures(session.office())),
    saveMeasure: api.scoring.saveMeasure.handler(({ input }) =>
      unwrap(saveMeasure(session.office(), input.id, input.measure, session.act())),
    ),
    importMeasures: api.scoring.importMeasures.handler(async ({ input }) => {
      const read = readMeasures(unwrap(await readWorkbook(pathBehind(context.pathOf, input.token))));
      if (read.problems.length > 0) throw refused(read.problems);
      unwrap(await makeBackup(session.office(), '导入前', session.act()));
      return unwrap(importMeasures(session.office(), read.measures, session.act()));
    }),
    removeMeasure: api.scoring.removeMeasure.handler(({ input }) =>
      unwrap(removeMeasure(session.office(), input.id, input.reason, session.act())),
    ),
    inspections: api.scoring.inspections.handler(({ input }) =>
      inspectionRows(session.office(), input.workshopId, input.level),
    ),
    sheet: api.scoring.sheet.handler(({ input }) => unwrap(sheetView(session.office(), input.inspectionId))),
    start: api.scoring.start.handler(({ input }) => ({
      inspectionId: unwrap(startInspection(session.office(), input, session.act())),
    })),
    recordTotal: api.scoring.recordTotal.handler(({ input }) => ({
      inspectionId: unwrap(recordTotal(session.office(), input, session.act())),
    })),
    save: api.scoring.save.handler(({ input }) =>
      unwrap(saveSheet(session.office(), input.inspectionId, input.sheet)),
    ),
    finish: api.scoring.finish.handler(({ input }) => {
      unwrap(finishSheet(session.office(), input.inspectionId, input.sheet, session.act()));
    }),
    reopen: api.scoring.reopen.handler(({ input }) =>
      unwrap(reopenSheet(session.office(), input.inspectionId, input.reason, session.act())),
    ),
    remove: api.scoring.remove.handler(({ input }) =>
      unwrap(removeInspection(session.office(), input.inspectionId, input.reason, session.act())),
    ),
    restore: api.scoring.restore.handler(({ input }) =>
      unwrap(restoreInspection(session.office(), input.inspectionId, session.act())),
    ),
    proposalBasis: api.scoring.proposalBasis.handler(({ input }) =>
      proposalBasis(session.office(), input.workshopId),
    ),
  };
};

type Picked = (token: string) => Promise<{
  readonly fileName: string;
  readonly read: ReturnType<typeof readScoreTable>;
}>;

const tablesApi = (context: HostContext, session: Session, readPicked: Picked) => ({
  tables: api.scoring.tables.handler(() => scoreTableRows(session.office())),
  table: api.scoring.table.handler(({ input }) => unwrap(scoreTableView(session.office(), input.tableId))),
  saveTable: api.scoring.saveTable.handler(({ input }) =>
    unwrap(saveTable(session.office(), input.table, session.act())),
  ),
  copyTable: api.scoring.copyTable.handler(({ input }) => ({
    tableId: unwrap(copyTable(session.office(), input.tableId, input.head, session.act())),
  })),
  chooseTable: api.scoring.chooseTable.handler(({ input }) =>
    unwrap(chooseTable(session.office(), input.tableId, session.act())),
  ),
  retireTable: api.scoring.retireTable.handler(({ input }) =>
    unwrap(retireTable(session.office(), input.tableId, input.retired, session.act())),
  ),
  importPreview: api.scoring.importPreview.handler(async ({ input }) => {
    const { fileName, read } = await readPicked(input.token);
    const { items, problems, title, version, source } = read;
    return {
      fileName,
      title,
      version,
      source,
      itemCount: items.length,
      full: fullPoints(items),
      problems: [...problems, ...tableProblems(read)],
    };
  }),
  importApply: api.scoring.importApply.handler(async ({ input }) => {
    const { read } = await readPicked(input.token);
    const errors = errorsOf(read.problems);
    if (errors.length > 0) throw refused(errors);
    return { tableId: unwrap(addTable(session.office(), { ...read, ...input.head }, session.act())) };
  }),
  exportTable: api.scoring.exportTable.handler(async ({ input }) => {
    const { table } = unwrap(scoreTableView(session.office(), input.tableId));
    return {
      bytes: await scoreTableBook(table, new Date(context.now())),
      fileName: table.sample ? '示例评分表.xlsx' : `评分表_${table.version}.xlsx`,
    };
  }),
  template: api.scoring.template.handler(async () => ({
    bytes: await scoreTableTemplate(new Date(context.now())),
    fileName: '评分表导入模板.xlsx',
  })),
});
