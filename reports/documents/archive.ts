import type {
  ArchiveCataloguePaper,
  ArchiveClosingPaper,
  ArchiveCoverPaper,
  ArchiveExtractPaper,
  ArchivePaper,
  ArchivePhotosPaper,
} from '../../db/model/papers/archive.ts';
import { cell, column, label, note, plainLine, signatureFoot } from './build.ts';
import type { Block, Form, OfficialDocument } from './official.ts';
import { projectName, workshopsInProject } from './programme.ts';
import { day } from './values.ts';

/** 一坊一档 is for the office's own cabinet: nothing of it is public. */
const base = (paper: ArchivePaper, name: string) => ({
  name: `${paper.workshopName}一坊一档${name}`,
  office: paper.bureau.name,
  madeOn: paper.madeOn,
  layout: 'form' as const,
  orientation: 'portrait' as const,
  unnumbered: true as const,
  isPublic: false,
});

const fact = (name: string, text: string) => [label(name), cell(text)];

/** Left empty: numbers and terms of the office's own archive rules. */
const BY_HAND = ['全宗号', '档　　号', '保管期限'] as const;

function coverForm(paper: ArchiveCoverPaper): Form {
  return {
    kind: 'form',
    columns: [column(36), column(116)],
    rows: [
      fact('小作坊名称', paper.workshopName),
      fact('业　　主', paper.ownerName),
      fact('生产加工地址', paper.address),
      fact('证照编号', paper.certificateNo),
      fact('创建年度', `${paper.year}年度`),
      fact('立卷单位', paper.bureau.name),
      fact('卷内文件', `${paper.items}件，共${paper.pages}页`),
      fact('立 卷 人', paper.madeBy),
      fact('立卷日期', day(paper.madeOn)),
      ...BY_HAND.map((name) => fact(name, '')),
    ],
  };
}

export function archiveCoverDocument(paper: ArchiveCoverPaper): OfficialDocument {
  return {
    ...base(paper, '封面'),
    title: ['一坊一档'],
    subtitle: `${paper.year}年${projectName(paper.programmeName)}`,
    blocks: [
      plainLine(paper.withPrivate ? '内部材料　注意保管' : '内部材料（不含个人信息）', 'center'),
      coverForm(paper),
      note(
        paper.withPrivate
          ? '本卷含业主个人信息，仅供本单位存档，查阅须登记，不得公开、复制外传。'
          : '本卷未收入载有业主个人信息的材料，见卷内备考表。',
      ),
    ],
  };
}

export function archiveCatalogueDocument(paper: ArchiveCataloguePaper): OfficialDocument {
  const header = ['序号', '文号', '责任者', '题名', '日期', '页号', '备注'];
  return {
    ...base(paper, '卷内目录'),
    title: ['卷内目录'],
    subtitle: `${paper.workshopName}　${paper.year}年度`,
    blocks: [
      {
        kind: 'table',
        columns: [
          column(12, 'center'),
          column(18, 'center'),
          column(28),
          column(50),
          // DA/T 22: eight digits.
          column(20, 'center'),
          column(15, 'center'),
          column(27),
        ],
        header: [header.map((one) => label(one))],
        rows: paper.lines.map((line, index) => [
          cell(String(index + 1)),
          // 文号 is the office's own; most papers here have none.
          cell(''),
          cell(line.responsible),
          cell(line.title),
          cell(line.date?.replaceAll('-', '') ?? ''),
          cell(line.page),
          cell(line.remark),
        ]),
        totals: [],
      },
    ],
  };
}

export function archiveExtractDocument(paper: ArchiveExtractPaper): OfficialDocument {
  return {
    ...base(paper, paper.title),
    title: [workshopsInProject(paper.programmeName), paper.title],
    subtitle: paper.workshopName,
    blocks: [
      {
        kind: 'form',
        columns: [column(36), column(116)],
        rows: paper.facts.map(({ label: name, text }) => [label(name), cell(text)]),
      },
      note(`由本单位的记录摘录，截至${day(paper.madeOn)}；涉及其他小作坊的内容未摘录。`),
    ],
  };
}

export function archivePhotosDocument(paper: ArchivePhotosPaper): OfficialDocument {
  return {
    ...base(paper, paper.title),
    title: [paper.title],
    subtitle: paper.workshopName,
    blocks: [{ kind: 'pictures', pictures: paper.photos }],
  };
}

export function archiveClosingDocument(paper: ArchiveClosingPaper): OfficialDocument {
  const missing =
    paper.leftOut.length === 0
      ? '无。'
      : paper.leftOut.map((one, index) => `${index + 1}.${one}。`).join('\n');
  const blocks: readonly Block[] = [
    {
      kind: 'form',
      columns: [column(36), column(116)],
      rows: [
        [label('本卷情况'), cell(`本卷共${paper.items}件，${paper.pages}页。`)],
        [label('未收入的材料'), cell(missing, { room: 1 })],
        [label('其他说明'), cell('', { room: 8 })],
        [
          label('立 卷 人'),
          cell(`${paper.madeBy}　${day(paper.madeOn)}`, { room: 1, foot: signatureFoot() }),
        ],
        [label('检 查 人'), cell('', { room: 1, foot: signatureFoot() })],
      ],
    },
  ];
  return { ...base(paper, '卷内备考表'), title: ['卷内备考表'], subtitle: paper.workshopName, blocks };
}
