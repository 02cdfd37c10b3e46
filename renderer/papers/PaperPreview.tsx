import { Button, Empty, Select } from 'antd';
import { useState } from 'react';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import { carriesPrivateNumbers } from '../../db/model/printing.ts';
import { client } from '../api.ts';
import { PaperDrawer } from './PaperDrawer.tsx';
import { PaperFrame } from './PaperFrame.tsx';
import type { Zoom } from './PdfPages.tsx';
import { PrintLogLine } from './PrintLog.tsx';
import { PrivacyReason } from './PrivacyReason.tsx';
import { FORMAT_LABELS, formatsOf, isShowable, titleOf } from './paperText.ts';
import { usePaper } from './usePaper.ts';
import { usePrint } from './usePrint.ts';
import { usePrintLog } from './usePrintLog.ts';
import { useSavePaper } from './useSavePaper.ts';
import { useViewer, ViewerButton } from './Viewer.tsx';

interface Props {
  readonly refs: PaperRef;
  readonly onClose: () => void;
}

const ZOOMS: readonly { readonly value: Zoom; readonly label: string }[] = [
  { value: 'width', label: '适合宽度' },
  { value: 0.75, label: '75%' },
  { value: 1, label: '100%' },
  { value: 1.5, label: '150%' },
  { value: 2, label: '200%' },
];

/** A paper to look at, print and save, over the page it belongs to. */
export function PaperPreview({ refs, onClose }: Props) {
  const [zoom, setZoom] = useState<Zoom>('width');
  const paper = usePaper(refs);
  const saving = useSavePaper();
  const log = usePrintLog(refs);
  const printing = usePrint(paper.bytes, log.notePrinted);
  const viewer = useViewer((confirmed) => client.printRoom.open({ ref: refs, confirmed }), log.noteOpened);
  return (
    <PaperDrawer
      title={titleOf(refs)}
      bar={
        <>
          {isShowable(refs) && (
            <>
              <Button
                type="primary"
                disabled={!paper.bytes || paper.making}
                loading={printing.running}
                onClick={() => void printing.print()}
              >
                打印
              </Button>
              <Select<Zoom>
                aria-label="缩放"
                className="paper-zoom"
                value={zoom}
                options={[...ZOOMS]}
                onChange={setZoom}
              />
            </>
          )}
          <span aria-live="polite">{printing.progress}</span>
          <span className="grow" />
          {isShowable(refs) && (
            <ViewerButton viewer={viewer} isPrivate={carriesPrivateNumbers(refs)} disabled={!paper.bytes} />
          )}
          {formatsOf(refs).map((format) => (
            <Button key={format} disabled={saving.running} onClick={() => void saving.save(refs, format)}>
              {FORMAT_LABELS[format]}
            </Button>
          ))}
        </>
      }
      notes={<PrivacyReason paper={refs} problems={[...paper.problems, ...saving.problems]} />}
      printing={printing}
      viewer={viewer}
      saving={saving}
      onClose={onClose}
    >
      <PrintLogLine rows={log.rows} />
      {isShowable(refs) ? (
        <PaperFrame paper={paper} zoom={zoom} />
      ) : (
        <Empty className="paper-waiting" description="这份材料是工作簿，请另存后用Excel或WPS表格打开" />
      )}
    </PaperDrawer>
  );
}
