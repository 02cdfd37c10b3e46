import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Form, Input, Skeleton } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { attachmentSubject } from '../../db/model/attachments.ts';
import type { SheetView } from '../../db/model/contract/scoring.ts';
import { inChinese } from '../../db/model/dates.ts';
import { InspectionId } from '../../db/model/ids.ts';
import type { InspectionHead } from '../../db/model/inspection.ts';
import { SAMPLE_NOTICE } from '../../db/model/scoring/sampleTable.ts';
import type { ScoreItem } from '../../db/model/scoring/table.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { NotFound } from '../app/NotFound.tsx';
import { useOffice } from '../app/office.ts';
import { AttachmentPanel } from '../attachments/AttachmentPanel.tsx';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { DateInput } from '../shared/inputs.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ReasonModal } from '../shared/ReasonModal.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { AssessorFields } from './AssessorFields.tsx';
import { LinePhotosModal, useLinePhotos } from './LinePhotos.tsx';
import { SheetLines } from './SheetLines.tsx';
import { SheetTotals } from './SheetTotals.tsx';
import { SignatureFields } from './SignatureFields.tsx';
import { homeOfSheet, scoringName } from './sheetWords.ts';
import { useSheet } from './useSheet.ts';
import './scoring.css';

const SAVING = { saved: '已自动保存', pending: '正在保存…', failed: '没有保存' } as const;

function Reopen({ view, onClose }: { readonly view: SheetView; readonly onClose: () => void }) {
  const act = useAct(client.scoring.reopen);
  const reopen = async (reason: string): Promise<void> => {
    if ((await act.run({ inspectionId: view.id, reason })).ok) onClose();
  };
  return (
    <ReasonModal
      open
      title={`更正${scoringName(view.level)}评分表`}
      label="更正原因"
      okText="更正"
      running={act.running}
      problems={act.problems}
      onReason={(reason) => void reopen(reason)}
      onClose={onClose}
    >
      <p>更正后需要重新点“完成{scoringName(view.level)}”，原因会记入操作记录。</p>
    </ReasonModal>
  );
}

/** The line with this code, or the field of the head with this name. */
function focusField(field: string): void {
  const name = CSS.escape(field);
  const line = document.querySelector<HTMLElement>(`tr[data-line="${name}"]`);
  const box = document.querySelector<HTMLElement>(`[data-field="${name}"]`);
  (line ?? box?.querySelector<HTMLElement>('input') ?? box)?.focus();
}

function Loaded({ view }: { readonly view: SheetView }) {
  const navigate = useNavigate();
  const { campaign } = useOffice();
  const { passScore } = campaign.policy;
  const editor = useSheet(view, passScore);
  const finish = useAct(client.scoring.finish);
  const finishButton = useRef<HTMLButtonElement>(null);
  const [printing, setPrinting] = useState(false);
  const [reopening, setReopening] = useState(false);
  const [photoLine, setPhotoLine] = useState<ScoreItem>();
  const photos = useLinePhotos(view);
  const editable = !view.finished;
  const name = scoringName(view.level);
  const official = view.level !== 'self';
  const { head } = editor.sheet;
  const setHead = (given: InspectionHead): void => editor.patch({ head: given });
  const complete = async (): Promise<void> => {
    await editor.flush();
    const done = await finish.run({ inspectionId: view.id, sheet: editor.sheet });
    const field = done.ok ? undefined : done.problems.find((one) => one.field)?.field;
    if (field) focusField(field);
  };
  const print = async (): Promise<void> => {
    await editor.flush();
    setPrinting(true);
  };
  useCommand('save', () => void editor.flush(), editable);
  useCommand('print', () => void print(), !printing);
  return (
    <>
      <PageHeader
        title={`${view.workshopName}${name}评分${view.followsId === null ? '' : '（复查）'}`}
        note={`业主 ${view.ownerName}　${view.table.sample ? SAMPLE_NOTICE : `${view.table.title}（${view.table.version}）`}`}
      >
        {editable && <span className="quiet sheet-saved">{SAVING[editor.saving]}</span>}
        <Button onClick={() => void navigate(homeOfSheet(view))}>
          {official ? '返回考评验收' : '返回小作坊'}
        </Button>
        <Button onClick={() => void print()}>打印</Button>
        {editable ? (
          <Button type="primary" ref={finishButton} loading={finish.running} onClick={() => void complete()}>
            完成{name}
          </Button>
        ) : (
          <>
            <Button onClick={() => setReopening(true)}>更正</Button>
            {!official && (
              <Button type="primary" onClick={() => void navigate(`/plans/${view.workshopId}`)}>
                去改造方案
              </Button>
            )}
          </>
        )}
      </PageHeader>
      <ProblemList problems={editor.problems} title="没有保存" />
      <ProblemList problems={finish.problems} title="还不能完成" onClose={finish.clear} />
      <Form layout="inline" className="sheet-head">
        <Form.Item label={`${name}日期`}>
          {editable ? (
            <DateInput
              aria-label={`${name}日期`}
              value={editor.sheet.inspectedOn}
              onChange={(inspectedOn) => inspectedOn && editor.patch({ inspectedOn })}
            />
          ) : (
            inChinese(view.inspectedOn)
          )}
        </Form.Item>
        <Form.Item label="备注" className="grow">
          {editable ? (
            <Input
              aria-label="备注"
              maxLength={500}
              value={editor.sheet.note}
              onChange={(event) => editor.patch({ note: event.target.value })}
            />
          ) : (
            view.note || '无'
          )}
        </Form.Item>
      </Form>
      {head && (
        <AssessorFields head={head} helperName={view.helperName} editable={editable} onChange={setHead} />
      )}
      <Flex gap={12} align="start" className="sheet-desk">
        <div className="panel sheet-panel">
          <SheetLines
            table={view.table}
            editor={editor}
            editable={editable}
            photos={photos}
            onPhotos={setPhotoLine}
            onEnd={() => (head ? focusField('ownerSigned') : finishButton.current?.focus())}
          />
        </div>
        <SheetTotals score={editor.score} passScore={passScore} editable={editable} />
      </Flex>
      {head && (
        <SignatureFields
          head={head}
          editable={editable}
          onChange={setHead}
          onEnd={() => finishButton.current?.focus()}
        />
      )}
      {official && (
        <section className="panel sheet-photos" aria-label="现场照片和签字件">
          <p className="side-heading">现场照片和签字件</p>
          <AttachmentPanel
            subject={attachmentSubject('inspection', view.id)}
            roles={['site', 'scan']}
            emptyText="还没有照片。双方签字的评分表可以扫描附上；某一项的照片请加在那一项上。"
          />
        </section>
      )}
      {printing && (
        <PaperPreview
          refs={{
            paper: 'scoreSheet',
            inspectionId: view.id,
            tableId: null,
            workshopId: view.workshopId,
            level: view.level,
          }}
          onClose={() => setPrinting(false)}
        />
      )}
      {photoLine && <LinePhotosModal sheet={view} item={photoLine} onClose={() => setPhotoLine(undefined)} />}
      {reopening && <Reopen view={view} onClose={() => setReopening(false)} />}
    </>
  );
}

function SheetOf({ inspectionId }: { readonly inspectionId: InspectionId }) {
  const sheet = useQuery({
    ...api.scoring.sheet.queryOptions({ input: { inspectionId } }),
    // Written as one types: what was read before is not what is kept.
    staleTime: 0,
    gcTime: 0,
  });
  if (sheet.isError) return <ProblemList problems={problemsOf(sheet.error)} />;
  if (sheet.isPending) return <Skeleton active paragraph={{ rows: 12 }} />;
  return <Loaded key={`${inspectionId}-${String(sheet.data.finished)}`} view={sheet.data} />;
}

/** One sheet of any level, filled in or looked at. */
export function SheetPage() {
  const id = InspectionId.safeParse(useParams().inspectionId);
  return id.success ? <SheetOf key={id.data} inspectionId={id.data} /> : <NotFound />;
}
