import {
  AlignmentType,
  Document,
  DocumentGridType,
  Header,
  type ISectionOptions,
  Packer,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import QRCode from 'qrcode';
import { closesPaper } from '../documents/closing.ts';
import { mm, pageLayoutOf, pageNumberTop } from '../documents/layout.ts';
import type { Block, OfficialDocument } from '../documents/official.ts';
import { steadyZip } from '../steadyZip.ts';
import { closedList, headParagraphs, type WordBlock, type WordSetting, wordBlocks } from './blocks.ts';
import { footer } from './foot.ts';
import { mendedStyles, stylesOf, twips } from './styles.ts';

const codesIn = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'checkCode') return [block.code];
    return block.kind === 'together' ? codesIn(block.blocks) : [];
  });

async function qrPicturesOf(document: OfficialDocument): Promise<ReadonlyMap<string, Uint8Array>> {
  const pictures = codesIn(document.blocks).map(
    async (code) => [code, new Uint8Array(await QRCode.toBuffer(code, { margin: 0, scale: 8 }))] as const,
  );
  return new Map(await Promise.all(pictures));
}

/** Word cannot draw across the page without a picture: a draft says so at the head of each page. */
const watermarkHeader = (text: string): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ text, color: '999999', size: 44 })],
      }),
    ],
  });

/** A group that closes a list goes into the list's last row. */
const body = (blocks: readonly Block[], setting: WordSetting): readonly WordBlock[] =>
  blocks.flatMap((block, index) => {
    const [before, next] = [blocks[index - 1], blocks[index + 1]];
    if (block.kind === 'together' && before?.kind === 'table') return [];
    if (block.kind === 'table' && next?.kind === 'together') return closedList(block, next, setting);
    // Of a paragraph Word itself keeps the last lines.
    return wordBlocks(block, setting, block.kind === 'paragraph' && closesPaper(next));
  });

function section(document: OfficialDocument, setting: WordSetting): ISectionOptions {
  const { layout } = setting;
  const { margins } = layout;
  const isLandscape = document.orientation === 'landscape';
  const draft = document.watermark ? watermarkHeader(document.watermark) : undefined;
  return {
    properties: {
      page: {
        size: {
          // The portrait's measures: docx turns them over by itself.
          width: twips(Math.min(layout.width, layout.height)),
          height: twips(Math.max(layout.width, layout.height)),
          orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(margins.top),
          right: twips(margins.right),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          header: twips(mm(15)),
          footer: twips(margins.bottom - pageNumberTop(layout) - layout.type.pageNumber.pitch),
          gutter: 0,
        },
      },
      grid: { type: DocumentGridType.DEFAULT, linePitch: twips(layout.type.body.pitch) },
    },
    footers: { default: footer(document, layout, 'odd'), even: footer(document, layout, 'even') },
    ...(draft ? { headers: { default: draft, even: draft } } : {}),
    children: [...headParagraphs(document, layout), ...body(document.blocks, setting)],
  };
}

/** An OfficialDocument as .docx with styles, for an office that goes on editing it in WPS or Word. */
export async function makeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const layout = pageLayoutOf(document);
  const setting = { layout, qrPictures: await qrPicturesOf(document) };
  const word = new Document({
    title: document.name,
    creator: document.office,
    lastModifiedBy: document.office,
    revision: 1,
    styles: stylesOf(layout),
    evenAndOddHeaderAndFooters: true,
    sections: [section(document, setting)],
  });
  const bytes = await Packer.toArrayBuffer(word);
  return steadyZip(new Uint8Array(bytes), document.madeOn, (part) =>
    part === 'word/styles.xml' ? mendedStyles : undefined,
  );
}
