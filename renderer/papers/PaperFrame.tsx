import { Alert, Empty, Skeleton, Spin } from 'antd';
import { ProblemList } from '../shared/ProblemList.tsx';
import './papers.css';
import { PdfPages, type Zoom } from './PdfPages.tsx';
import type { ShownPaper } from './usePaper.ts';
import { usePdf } from './usePdf.ts';

interface Props {
  readonly paper: ShownPaper;
  readonly zoom: Zoom;
}

/** A paper as its pages, with what stands in the way said above them. */
export function PaperFrame({ paper, zoom }: Props) {
  const { pdf, failed } = usePdf(paper.bytes);
  const waiting = !pdf && !failed && paper.problems.length === 0;
  return (
    <div className="paper-frame">
      <div className="paper-note" aria-live="polite">
        <ProblemList problems={paper.problems} title="暂时生成不了这份材料" />
        {failed && <Alert type="error" showIcon title="预览打不开，请另存为PDF后用系统程序查看。" />}
        {paper.making && pdf && <Spin size="small" description="正在更新预览" />}
      </div>
      {waiting && (
        <div className="paper-waiting" role="status" aria-label="正在生成预览">
          <Skeleton active paragraph={{ rows: 12 }} />
        </div>
      )}
      {pdf && <PdfPages pdf={pdf} zoom={zoom} />}
      {pdf && <span className="paper-count">共{pdf.document.numPages}页</span>}
      {!pdf && !waiting && <Empty className="paper-waiting" description="没有可以预览的内容" />}
    </div>
  );
}
