import type { IsoDate } from '../../db/model/dates.ts';

/**
 * What a paper says and how it is built up, without saying how it is drawn: `pdf/` and `docx/` both render it,
 * so a paper is the same in PDF and Word. Sizes and faces follow from `layout` (see layout.ts).
 */
export interface OfficialDocument {
  /** Metadata; also the name the window and the file name show. */
  readonly name: string;
  readonly office: string;
  /** Written into the files as the day they were made, so that the same record gives the same bytes. */
  readonly madeOn: IsoDate;
  /**
   * `official` is GB/T 9704 with 28 characters a line, `form` the denser page of forms and tables, `dense` the same
   * page in 小五 for a table of many lines.
   */
  readonly layout: 'official' | 'form' | 'dense';
  readonly orientation: 'portrait' | 'landscape';
  /** Of a form that a notice names by number: 附表5, in 黑体 above the title at the left. */
  readonly formNumber?: string;
  /** Phrases: a title too long for one line breaks between them (titleLines.ts). */
  readonly title: readonly string[];
  readonly subtitle?: string;
  /** 主送机关, without the colon. */
  readonly addressee?: string;
  readonly blocks: readonly Block[];
  /** Without page numbers of its own: the parts of a bound folder, which is numbered as a whole. */
  readonly unnumbered?: true;
  /** Stands at the foot of every page, such as revision and check code. */
  readonly runningFoot?: string;
  /** Printed large and pale across every page: 草稿. */
  readonly watermark?: string;
  /** Meant for the public: its text passes the privacy gate. */
  readonly isPublic: boolean;
}

export type Align = 'left' | 'center' | 'right';

export type Block =
  | Heading
  | Paragraph
  | Table
  | Form
  | Annexes
  | AnnexStart
  | SheetStart
  | SignOff
  | CheckCode
  | Note
  | Pictures
  | Together;

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** Two characters at the start; left out for lines such as 联系人：…. */
  readonly indent: boolean;
  readonly align: Align;
}

export interface Column {
  /** Share of the width. */
  readonly weight: number;
  readonly align: Align;
}

export interface Cell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly align?: Align;
  readonly isLabel: boolean;
  /** Room left between text and `foot`, in lines. */
  readonly room: number;
  /** Right-aligned lines at the bottom: 签字：　　年　月　日. */
  readonly foot: readonly string[];
}

/** A list of records: header rows repeat on each page, rows stay whole where a page can hold them. */
export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly header: readonly (readonly Cell[])[];
  readonly rows: readonly (readonly Cell[])[];
  /** 合计 */
  readonly totals: readonly (readonly Cell[])[];
}

/** A grid of labels and values, opinion boxes and places to sign. */
export interface Form {
  readonly kind: 'form';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** 附件说明: named below the text. */
export interface Annexes {
  readonly kind: 'annexes';
  readonly names: readonly string[];
}

/** 附件 begins on a page of its own. */
export interface AnnexStart {
  readonly kind: 'annexStart';
  readonly label: string;
  readonly title: string;
}

/** A further sheet of the same form begins on a page of its own: blank ones for many workshops. */
export interface SheetStart extends Pick<OfficialDocument, 'title' | 'subtitle'> {
  readonly kind: 'sheetStart';
}

/** 落款 */
export interface SignOff {
  readonly kind: 'signOff';
  readonly office: string;
  readonly date: IsoDate;
  /** Room for the seal: the office centred over the date, which is indented four characters from the right. */
  readonly sealRoom: boolean;
}

/** A code that ties the paper to a record, as text and as QR. */
export interface CheckCode {
  readonly kind: 'checkCode';
  readonly label: string;
  readonly code: string;
  readonly explanation: string;
}

/** Small type below a form: how to fill it in, what it rests on. */
export interface Note {
  readonly kind: 'note';
  readonly text: string;
}

/** Photos, each with its caption below. */
export interface Pictures {
  readonly kind: 'pictures';
  readonly pictures: readonly { readonly caption: string; readonly jpeg: Uint8Array }[];
}

/** Blocks that stay on one page: a signature never stands alone. */
export interface Together {
  readonly kind: 'together';
  readonly blocks: readonly Block[];
}
