import { Button, Collapse, Flex, Select, Typography } from 'antd';
import { useState } from 'react';
import type { ShownImportPreview } from '../../db/model/contract/imports.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import { errorsOf } from '../../db/model/problems.ts';
import { client } from '../api.ts';
import { FileButton } from '../shared/FilePick.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ProgressModal } from '../shared/ProgressModal.tsx';
import { useLongWork } from '../shared/useLongWork.ts';
import { ColumnMatch, columnSummary } from './ColumnMatch.tsx';
import { HeaderRow } from './HeaderRow.tsx';
import type { Imported } from './ImportPage.tsx';
import { MissingDates } from './MissingDates.tsx';
import { RowTable } from './RowTable.tsx';
import { SkippedRows } from './SkippedRows.tsx';
import { UnitQuestions } from './UnitQuestions.tsx';
import type { Import } from './useImport.ts';

interface Props {
  readonly work: Import;
  readonly file: PickedPath;
  readonly preview: ShownImportPreview;
  readonly onDone: (result: Imported) => void;
}

/** A question about a unit is asked by itself; anything else wrong with the file is mended among its columns. */
const needsMatching = ({ problems }: ShownImportPreview): boolean =>
  errorsOf(problems).some((one) => one.code !== 'import.unitUnknown');

/** The workbook as the program understands it: columns above, rows below; taken exactly as shown. */
export function ImportReview({ work, file, preview, onDone }: Props) {
  const applying = useLongWork();
  const blocked = errorsOf(preview.problems).length > 0;
  const valid = preview.rows.filter((row) => row.valid).length;
  const faulty = preview.rows.length - valid;
  const [open, setOpen] = useState<readonly string[]>(needsMatching(preview) ? ['columns'] : []);
  const idle = !blocked && !work.reading;

  const apply = async (onlyValid: boolean) => {
    const done = await applying.run('正在导入', (signal) =>
      client.imports.apply({ token: file.token, choices: work.choices, onlyValid }, { signal }),
    );
    if (done?.ok) onDone(done.value);
  };
  return (
    <>
      <PageHeader title="导入申请汇总表" note={preview.fileName}>
        <Button onClick={work.close}>取消，不导入</Button>
        <FileButton purpose="applicantsWorkbook" onPicked={work.open}>
          换一个文件…
        </FileButton>
        {faulty > 0 && valid > 0 && (
          <Button disabled={!idle} onClick={() => void apply(true)}>
            只导入有效的{valid}行
          </Button>
        )}
        <Button
          type="primary"
          disabled={!idle || faulty > 0 || valid === 0}
          onClick={() => void apply(false)}
        >
          全部导入（{preview.rows.length}行）
        </Button>
      </PageHeader>
      <ProblemList problems={applying.problems} title="没有导入，数据没有改动" onClose={applying.clear} />
      <ProblemList problems={work.problems} />
      <ProblemList problems={preview.problems} />
      <UnitQuestions columns={preview.columns} choices={work.choices} onChoose={work.choose} />
      <MissingDates work={work} preview={preview} />
      <Collapse
        size="small"
        className="import-columns"
        activeKey={[...open]}
        onChange={(keys) => setOpen([keys].flat())}
        items={[
          {
            key: 'columns',
            label: `列的对应：${columnSummary(preview.columns)}`,
            extra: (
              <Typography.Text type="secondary">
                工作表“{preview.sheet}”{preview.head.length > 0 && `，表头在第${preview.headerRow + 1}行`}
              </Typography.Text>
            ),
            children: (
              <div className="stack">
                <Flex gap={24} wrap>
                  {preview.sheets.length > 1 && (
                    <Flex gap={8} align="center">
                      工作表
                      <Select
                        aria-label="工作表"
                        className="sheet-select"
                        value={preview.sheet}
                        options={preview.sheets.map(({ name, rows }) => ({
                          value: name,
                          label: `${name}（${rows}行）`,
                        }))}
                        onChange={(sheet) =>
                          work.choose({ sheet, headerRow: undefined, columns: {}, corrections: {} })
                        }
                      />
                    </Flex>
                  )}
                  <HeaderRow
                    preview={preview}
                    onChange={(headerRow) => work.choose({ headerRow, columns: {}, corrections: {} })}
                  />
                </Flex>
                {preview.columns.length > 0 && (
                  <ColumnMatch columns={preview.columns} choices={work.choices} onChoose={work.choose} />
                )}
              </div>
            ),
          },
        ]}
      />
      <SkippedRows skipped={preview.skipped} />
      <RowTable work={work} preview={preview} />
      <ProgressModal work={applying} />
    </>
  );
}
