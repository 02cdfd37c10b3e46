import type { PaperRef } from '../../db/model/contract/papers.ts';
import type { SubmissionRecord } from '../../db/model/package.ts';
import type { PaperFormat } from '../../db/model/papers.ts';
import type { Problem, Result } from '../../db/model/problems.ts';
import type { PaperTools } from '../office/papers.ts';

/** One file of a package: which paper, in which format, under which name in `data/`. */
export interface Piece {
  readonly ref: PaperRef;
  readonly format: PaperFormat;
  readonly path: string;
  readonly title: string;
}

/** A file meant to carry private numbers: it lies in the package only inside the encrypted zip. */
interface SecretPiece {
  readonly fileName: string;
  readonly make: (tools: PaperTools) => Promise<Result<Uint8Array>>;
}

/** The encrypted zip of a package. */
export interface SecretPart {
  readonly path: string;
  readonly title: string;
  readonly pieces: readonly SecretPiece[];
}

export interface Contents {
  readonly pieces: readonly Piece[];
  readonly secret: SecretPart | null;
  readonly records: SubmissionRecord['records'];
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}

/** What each format of a paper is for. */
const FORMAT_WORDS: Readonly<Record<PaperFormat, string>> = {
  docx: 'Word',
  xlsx: 'Excel',
  pdf: '打印盖章用',
};

const FORMAT_AT_END = new RegExp(`（(${Object.values(FORMAT_WORDS).join('|')})）$`);

/** The paper a file is of, whatever its format. */
export const paperTitle = ({ title }: Pick<Piece, 'title'>): string => title.replace(FORMAT_AT_END, '');

/** The same paper in several formats: `01_进展月报.xlsx`, `01_进展月报.pdf`. */
export const inFormats = (
  ref: PaperRef,
  stem: string,
  title: string,
  formats: readonly PaperFormat[],
): readonly Piece[] =>
  formats.map((format) => ({
    ref,
    format,
    path: `${stem}.${format}`,
    title: `${title}（${FORMAT_WORDS[format]}）`,
  }));
