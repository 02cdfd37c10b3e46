import type { WritingPaper } from '../../db/model/papers/office.ts';
import { WRITING_KINDS } from '../../db/model/terms.ts';
import { heading, paragraphs, together } from './build.ts';
import type { Block, OfficialDocument, SignOff } from './official.ts';
import { phrasesOf } from './titleLines.ts';

/** A line such as （一）动员部署 stands as a heading; with a sentence behind it, it is a paragraph. */
const SECOND_LEVEL = /^（[一二三四五六七八九十]+）[^，。；：？！]{1,30}$/;

const sectionBlocks = ({ sections }: WritingPaper): readonly Block[] =>
  sections.flatMap(({ heading: title, text }): readonly Block[] => [
    ...(title === '' ? [] : [heading(1, title)]),
    ...paragraphs(text).map((one) => (SECOND_LEVEL.test(one.text) ? heading(2, one.text) : one)),
  ]);

/** Photos of a case are its 附件: nothing of the text stands below the seal. */
const PHOTOS = '现场照片';

function endOf({ bureau, asOf, annexes, photos }: WritingPaper): readonly Block[] {
  const signOff: SignOff = { kind: 'signOff', office: bureau.name, date: asOf, sealRoom: true };
  const names = photos.length === 0 ? annexes : [...annexes, PHOTOS];
  return names.length === 0 ? [signOff] : [{ kind: 'annexes', names }, signOff];
}

function photoPages({ annexes, photos }: WritingPaper): readonly Block[] {
  if (photos.length === 0) return [];
  const label = annexes.length === 0 ? '附件' : `附件${annexes.length + 1}`;
  return [
    { kind: 'annexStart', label, title: PHOTOS },
    { kind: 'pictures', pictures: photos },
  ];
}

/** 创建工作总结, 典型案例 and 报送报告: what the office wrote, in the form of an official paper. */
export function writingDocument(paper: WritingPaper): OfficialDocument {
  const { bureau, title, kind, asOf, finished } = paper;
  return {
    name: title,
    office: bureau.name,
    madeOn: asOf,
    layout: 'official',
    orientation: 'portrait',
    title: phrasesOf(title),
    ...(kind === 'report' ? { addressee: bureau.cityBureau } : {}),
    blocks: [...sectionBlocks(paper), together(...endOf(paper)), ...photoPages(paper)],
    ...(finished ? {} : { watermark: '草稿', runningFoot: `${WRITING_KINDS[kind]}（草稿，未定稿）` }),
    isPublic: false,
  };
}
