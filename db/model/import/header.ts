import type { ImportField } from '../importTypes.ts';
import { cellText, type RawSheet } from './grid.ts';
import { type HeadingMatch, matchHeading } from './headings.ts';
import { type Grid, gridOf } from './merges.ts';
import { compact, tidy } from './text.ts';

/** Where the header of a sheet is and what its columns seem to mean. */
export interface Header {
  /** Excel's number of the last header row. */
  readonly row: number;
  readonly headings: readonly Heading[];
  readonly score: number;
  /** How many different fields the headings mean. */
  readonly fields: number;
}

export interface Heading {
  readonly index: number;
  /** All cells above the column, joined. */
  readonly text: string;
  readonly match: HeadingMatch | null;
}

const ROWS_SEARCHED = 40;
const MAX_DEPTH = 3;
const MIN_FIELDS = 2;
const POINTS = { sure: 3, ending: 2 } as const;
/** Longer cells are sentences, not headings. */
const MAX_HEADING = 60;

function labelsAbove(grid: Grid, row: number, depth: number, column: number): readonly string[] {
  const labels: string[] = [];
  for (let at = row - depth + 1; at <= row; at++) {
    const text = tidy(cellText(grid.at(at, column), false));
    if (text !== '' && text !== labels.at(-1) && text.length <= MAX_HEADING) labels.push(text);
  }
  return labels;
}

/** A row of group headings: at least two different ones, none of them «填报单位：…», none spanning the table. */
function isGroupRow(grid: Grid, row: number): boolean {
  const texts = Array.from({ length: grid.width }, (_, column) =>
    compact(cellText(grid.at(row, column), false)),
  );
  const filled = texts.filter((one) => one !== '');
  const different = new Set(filled);
  if (different.size < 2 || filled.some((one) => /[::]/.test(one))) return false;
  return [...different].every((one) => filled.filter((text) => text === one).length <= grid.width * 0.6);
}

function headerAt(grid: Grid, row: number, depth: number): Header {
  const fields = new Set<ImportField>();
  let score = 0;
  const headings = Array.from({ length: grid.width }, (_, index): Heading => {
    const labels = labelsAbove(grid, row, depth, index);
    const match = labels.length === 0 ? null : matchHeading(labels);
    if (match && !fields.has(match.field)) {
      fields.add(match.field);
      score += match.sure ? POINTS.sure : POINTS.ending;
    }
    return { index, text: labels.join(' '), match };
  });
  const good = fields.size >= MIN_FIELDS && (fields.has('name') || fields.has('ownerName'));
  return { row, headings, score: good ? score : 0, fields: fields.size };
}

/** The header ending at `row`, as deep as the rows above it help. */
function bestAt(grid: Grid, row: number): Header {
  let best = headerAt(grid, row, 1);
  for (let depth = 2; depth <= MAX_DEPTH && isGroupRow(grid, row - depth + 1); depth++) {
    const deeper = headerAt(grid, row, depth);
    // Group headings may make a match less sure, but they also carry units: only a lost field speaks against them.
    if (deeper.fields < best.fields || deeper.score === 0) break;
    best = deeper;
  }
  return best;
}

/** The best header of a sheet; score 0 where none of its first rows looks like one. */
export function findHeader(sheet: RawSheet, grid: Grid = gridOf(sheet)): Header {
  const candidates = sheet.rows.slice(0, ROWS_SEARCHED).map((one) => bestAt(grid, one.row));
  const none: Header = { ...headerAt(grid, sheet.rows[0]?.row ?? 1, 1), score: 0 };
  return candidates.reduce((best, one) => (one.score > best.score ? one : best), none);
}

/** The header whose last row the clerk pointed at. */
export const headerAtRow = (grid: Grid, row: number): Header => bestAt(grid, row);
