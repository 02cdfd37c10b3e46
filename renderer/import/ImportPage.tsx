import { Spin } from 'antd';
import { useState } from 'react';
import { ImportDone } from './ImportDone.tsx';
import { ImportReview } from './ImportReview.tsx';
import { ImportStart } from './ImportStart.tsx';
import { useImport } from './useImport.ts';

export interface Imported {
  readonly imported: number;
  readonly left: number;
}

/** 导入申请汇总表: a workbook is picked, its columns and rows are looked through, then taken as shown. */
export function ImportPage() {
  const work = useImport();
  const [done, setDone] = useState<Imported | null>(null);
  const finish = (result: Imported) => {
    work.close();
    setDone(result);
  };
  if (done) return <ImportDone result={done} onAgain={() => setDone(null)} />;
  if (work.file && work.preview)
    return <ImportReview work={work} file={work.file} preview={work.preview} onDone={finish} />;
  return (
    <Spin spinning={work.reading} description="正在读取工作簿…">
      <ImportStart problems={work.problems} onPicked={work.open} />
    </Spin>
  );
}
