import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { pageLayoutOf } from '../documents/layout.ts';
import type { OfficialDocument } from '../documents/official.ts';
import type { Faces } from '../fonts/faces.ts';
import { headNodes } from './blocks.ts';
import { type PdfKitDocument, renderPdf } from './engine.ts';
import { closingMark, documentNodes, lastRowMark } from './flow.ts';
import { drawFeet } from './foot.ts';
import type { Setting } from './tables.ts';

/** The name a PDF reader shows, the office, the language, and a date that does not change from run to run. */
function metadataOf(document: OfficialDocument): Pick<TDocumentDefinitions, 'info' | 'language'> {
  const madeOn = new Date(`${document.madeOn}T00:00:00Z`);
  return {
    language: 'zh-CN',
    info: {
      title: document.name,
      author: document.office,
      creator: '名优特小作坊创建工作台',
      producer: 'pdfmake',
      creationDate: madeOn,
      modDate: madeOn,
    },
  };
}

const watermarkOf = (text: string, { faces }: Setting): NonNullable<TDocumentDefinitions['watermark']> => ({
  text,
  font: faces.chains.title[0]?.name ?? '',
  color: 'black',
  opacity: 0.06,
  fontSize: 150,
  angle: -45,
});

interface Pass {
  readonly setting: Setting;
  /** Tables whose last rows go along with the signatures after them. */
  readonly split: ReadonlySet<number>;
  /** Filled by the pass: the page on which each marked node begins. */
  readonly pages: Map<string, number>;
}

function definitionOf(document: OfficialDocument, { setting, split, pages }: Pass): TDocumentDefinitions {
  const { faces, layout } = setting;
  const { top, left, bottom, right } = layout.margins;
  return {
    ...metadataOf(document),
    version: '1.7',
    displayTitle: true,
    pageSize: { width: layout.width, height: layout.height },
    pageMargins: [left, top, right, bottom],
    content: [...headNodes(document, setting), ...documentNodes(document.blocks, setting, split)],
    defaultStyle: { font: faces.chains.body[0]?.name ?? '' },
    ...(document.watermark ? { watermark: watermarkOf(document.watermark, setting) } : {}),
    pageBreakBefore: ({ style, headlineLevel, startPosition }) => {
      // Asked once of each node, when nothing before it will move any more.
      if (typeof style === 'string') pages.set(style, startPosition.pageNumber);
      return headlineLevel !== undefined && startPosition.top + headlineLevel > layout.height - bottom;
    },
  };
}

/** Tables that end on the page before the signatures after them. */
function strandedTables({ blocks }: OfficialDocument, { pages }: Pass): ReadonlySet<number> {
  const stranded = blocks.flatMap((block, index) => {
    const [row, closing] = [pages.get(lastRowMark(index)), pages.get(closingMark(index))];
    const isCut = row !== undefined && closing !== undefined && closing > row;
    return block.kind === 'table' && block.rows.length > 1 && isCut ? [index] : [];
  });
  return new Set(stranded);
}

/** pdfkit writes each page's dictionary uncompressed. */
export const pageCountOf = (pdf: Uint8Array): number =>
  new TextDecoder('latin1').decode(pdf).match(/\/Type \/Page\b/g)?.length ?? 0;

/** An OfficialDocument as PDF. Every character must have a face: `checkCharacters` comes first. */
export async function makePdf(document: OfficialDocument, faces: Faces): Promise<Uint8Array> {
  const setting = { faces, layout: pageLayoutOf(document) };
  const first: Pass = { setting, split: new Set(), pages: new Map() };
  const finish = (pdf: PdfKitDocument): void => drawFeet(pdf, document, setting);
  const bytes = await renderPdf(definitionOf(document, first), faces, finish);
  const split = strandedTables(document, first);
  return split.size === 0 ? bytes : renderPdf(definitionOf(document, { ...first, split }), faces, finish);
}
