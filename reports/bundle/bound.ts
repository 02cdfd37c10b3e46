import { Duplex, PDFDocument, PrintScaling } from '@cantoo/pdf-lib';
import type { IsoDate } from '../../db/model/dates.ts';

/** What stands in a joined file's properties. */
export interface BoundHead {
  readonly title: string;
  readonly office: string;
  readonly madeOn: IsoDate;
}

/** An empty file with its properties: the day instead of the clock, so that equal papers give equal bytes. */
export async function newBound({ title, office, madeOn }: BoundHead): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const day = new Date(`${madeOn}T00:00:00Z`);
  document.setTitle(title);
  document.setAuthor(office);
  document.setCreator('名优特小作坊创建工作台');
  document.setProducer('pdf-lib');
  document.setCreationDate(day);
  document.setModificationDate(day);
  document.setLanguage('zh-CN');
  return document;
}

/** Tells a viewer's print dialog what the file is laid out for. */
export function preferPrinting(document: PDFDocument, duplex: boolean): void {
  const preferences = document.catalog.getOrCreateViewerPreferences();
  preferences.setPrintScaling(PrintScaling.None);
  preferences.setDuplex(duplex ? Duplex.DuplexFlipLongEdge : Duplex.Simplex);
}
