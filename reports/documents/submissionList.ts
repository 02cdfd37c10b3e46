import { formatCode } from '../../db/model/checkCode.ts';
import { inChinese } from '../../db/model/dates.ts';
import type { SubmissionListPaper } from '../../db/model/papers/office.ts';
import { obligationLabel } from '../../db/model/submissionCalendar.ts';
import { cell, column, label, paragraph, signatureFoot, together } from './build.ts';
import type { Form, OfficialDocument, Table } from './official.ts';
import { projectName } from './programme.ts';
import { sentence } from './values.ts';

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);

function filesTable({ files }: SubmissionListPaper): Table {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return {
    kind: 'table',
    columns: [column(10, 'center'), column(62), column(74), column(22, 'right')],
    header: [[label('序号'), label('材料名称'), label('文件'), label('大小（KB）')]],
    rows: files.map((file, index) => [
      cell(String(index + 1)),
      cell(file.title),
      cell(file.path),
      cell(kilobytes(file.bytes)),
    ]),
    totals: [[label(`合计（${files.length}个文件）`, { columns: 3 }), cell(kilobytes(bytes))]],
  };
}

/** 交 and 接: who handed the stick over and who took it. */
const handOver: Form = {
  kind: 'form',
  columns: [column(1), column(1)],
  rows: [
    [
      cell('报送单位（盖章）：', { room: 1, foot: signatureFoot('报送人签字') }),
      cell('接收单位：', { room: 1, foot: signatureFoot('接收人签字') }),
    ],
    [cell('备注：', { columns: 2, room: 1 })],
  ],
};

/** 报送清单: printed, it goes with the stick; its code is that of the package's manifest. */
export function submissionListDocument(paper: SubmissionListPaper): OfficialDocument {
  const { bureau, year, folderName, madeOn, manifestCode, replaces } = paper;
  const subject = obligationLabel(paper.kind, paper.month);
  const code = formatCode(manifestCode);
  return {
    name: `报送清单（${subject}）`,
    office: bureau.name,
    madeOn,
    layout: 'form',
    orientation: 'portrait',
    title: ['报送清单'],
    subtitle: `${year}年${projectName(paper.programmeName)}　${subject}`,
    addressee: bureau.cityBureau,
    blocks: [
      paragraph(
        `现报送${year}年${projectName(paper.programmeName)}${subject}材料，共${paper.files.length}个文件，存于文件夹“${folderName}”，制作日期${inChinese(madeOn)}。`,
      ),
      ...(replaces
        ? [paragraph(`本报送包为更正，替换“${replaces.folderName}”。更正原因：${sentence(replaces.reason)}`)]
        : []),
      filesTable(paper),
      together(
        {
          kind: 'checkCode',
          label: '清单校验码',
          code,
          explanation:
            '接收时请用“名特优小作坊创建工作台”的“校验报送包”核对，校验码与本清单一致，即为同一份材料；没有该程序的，按文件夹内“00_请先看.txt”所列方法核对文件。',
        },
        handOver,
      ),
    ],
    runningFoot: `报送清单　校验码 ${code}`,
    isPublic: false,
  };
}
