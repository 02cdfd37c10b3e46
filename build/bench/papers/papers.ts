import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject } from '../../paths.ts';
import { mustRun, say } from '../../process.ts';
import { type Finding, median, milliseconds, percentile, timesOf } from '../figures.ts';
import type { Bench } from '../place.ts';
import { chromiumBatches } from './chromium.ts';
import { libreOfficeBatch } from './libreOffice.ts';
import { filesIn, OurResult, PLANS } from './order.ts';

/** Each engine has one process at work: a worker thread, a window, a soffice. */
async function ourResult(dir: string): Promise<OurResult> {
  const { output } = await mustRun(process.execPath, [inProject('build/bench/papers/ours.ts'), dir]);
  return OurResult.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
}

const pagesIn = (pdf: Uint8Array): number =>
  new TextDecoder('latin1').decode(pdf).match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** `600 页，每份 62 KB` */
async function described(dir: string): Promise<string> {
  const pdfs = await Promise.all(filesIn(dir, 'pdf').map((file) => readFile(file)));
  const pages = pdfs.reduce((sum, pdf) => sum + pagesIn(pdf), 0);
  const bytes = pdfs.reduce((sum, pdf) => sum + pdf.length, 0);
  const counted = pages > 0 ? `${pages} 页，` : '';
  return `${counted}每份 ${Math.round(bytes / PLANS / 1024)} KB`;
}

const TITLE = `${PLANS} 份不同的三页改造方案 PDF`;

function besides({ previews, cancels, afterCancel, peakMegabytes }: OurResult): readonly Finding[] {
  return [
    {
      title: '停顿后的方案预览',
      ours: timesOf(previews),
      judged: { label: '95 百分位', value: percentile(previews, 0.95) },
      aim: 150,
      notes: ['改一个字，重新生成三页；不含停止输入到开始生成的等待'],
    },
    {
      title: '取消批量生成',
      ours: timesOf(cancels),
      judged: { label: '最差', value: Math.max(...cancels) },
      aim: 200,
      notes: [`从取消到下一份材料生成（线程重新打开字体）：中位 ${milliseconds(median(afterCancel))}`],
    },
    {
      title: '内存峰值',
      ours: timesOf([peakMegabytes]),
      unit: 'MB',
      aim: 600,
      notes: ['批量、预览和取消都在内，整个进程'],
    },
  ];
}

/** Two hundred plans against Chromium and LibreOffice, and what a clerk notices of one. */
export async function measurePapers({ app, dir }: Bench): Promise<readonly Finding[]> {
  const [ours, chromium, office] = ['ours', 'chromium', 'libreoffice'].map((one) => join(dir, 'papers', one));
  if (!ours || !chromium || !office) throw new Error('Three folders');
  for (const one of [ours, chromium, office]) await mkdir(one, { recursive: true });
  const result = await ourResult(ours);
  const batch = timesOf(result.batches);
  const each = `每份 ${milliseconds(batch.median / PLANS)}，${await described(ours)}`;
  const floor = timesOf(await chromiumBatches(app, chromium));
  const findings: Finding[] = [
    {
      title: TITLE,
      ours: batch,
      floor,
      floorTitle: 'Chromium printToPDF',
      aim: 1,
      notes: [each, `Chromium 每份 ${milliseconds(floor.median / PLANS)}，${await described(chromium)}`],
    },
  ];
  const converted = await libreOfficeBatch(office);
  if (converted === undefined) say('没有安装 LibreOffice（soffice），不与它比较。');
  else {
    findings.push({
      title: TITLE,
      ours: batch,
      floor: timesOf([converted]),
      floorTitle: 'LibreOffice 转换同样的 Word 文件',
      aim: 0.5,
      notes: [
        `LibreOffice 每份 ${milliseconds(converted / PLANS)}（一次转换全部，启动时间已扣除），${await described(office)}`,
      ],
    });
  }
  return [...findings, ...besides(result)];
}
