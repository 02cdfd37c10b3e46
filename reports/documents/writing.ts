import type { WritingPaper } from '../../db/model/papers/office.ts';
import { WRITING_KINDS } from '../../db/model/terms.ts';
import { heading, paragraphs, together } from './build.ts';
import type { Block, OfficialDocument, SignOff } from './official.ts';
import { phrasesOf } from './titleLines.ts';

const sectionBlocks = ({ sections }: WritingPaper): readonly Block[] =>
  sections.flatMap(({ heading: title, text }): readonly Block[] => [
    ...(title === '' ? [] : [heading(1, title)]),
    ...paragraphs(text),
  ]);

function endOf({ bureau, asOf, annexes }: WritingPaper): readonly Block[] {
  const signOff: SignOff = { kind: 'signOff', office: bureau.name, date: asOf, sealRoom: true };
  return annexes.length === 0 ? [signOff] : [{ kind: 'annexes', names: annexes }, signOff];
}

/** 创建工作总结, 典型案例 and 报送报告: what the office wrote, in the form of an official paper. */
export function writingDocument(paper: WritingPaper): OfficialDocument {
  const { bureau, title, kind, asOf, photos, finished } = paper;
  return {
    name: title,
    office: bureau.name,
    madeOn: asOf,
    layout: 'official',
    orientation: 'portrait',
    title: phrasesOf(title),
    ...(kind === 'report' ? { addressee: bureau.cityBureau } : {}),
    blocks: [
      ...sectionBlocks(paper),
      together(...endOf(paper)),
      ...(photos.length === 0 ? [] : [{ kind: 'pictures', pictures: photos } as const]),
    ],
    ...(finished ? {} : { watermark: '草稿', runningFoot: `${WRITING_KINDS[kind]}（草稿，未定稿）` }),
    isPublic: false,
  };
}
