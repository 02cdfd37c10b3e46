import type { Content } from 'pdfmake/interfaces.js';
import type { FaceRole, Size } from '../documents/layout.ts';
import type { Align } from '../documents/official.ts';
import type { Faces } from '../fonts/faces.ts';
import { breakLines, type Line } from './lines.ts';

export interface TextStyle {
  readonly faces: Faces;
  readonly role: FaceRole;
  readonly size: Size;
  readonly align: Align | 'justify';
  readonly width: number;
  /** Of the first line, in points. */
  readonly indent: number;
}

/** The nodes of a text: one a line, broken and spaced out already. */
export function textNodes(text: string, style: TextStyle): Content[] {
  const lines = breakLines(text, { ...style, size: style.size.size });
  return lines.map((line, index) => lineNode(line, style, index === 0 ? style.indent : 0));
}

/** Lines are at most this much short before they are spaced out: a line ended early by a long word stays as it is. */
const MOST_SLACK_IN_CHARACTERS = 2.5;

function spacingOf(line: Line, style: TextStyle, indent: number): number {
  if (style.align !== 'justify' || line.isLast || line.characters < 2) return 0;
  const slack = style.width - indent - line.width;
  if (slack <= 0 || slack > MOST_SLACK_IN_CHARACTERS * style.size.size) return 0;
  return slack / (line.characters - 1);
}

function lineNode(line: Line, style: TextStyle, indent: number): Content {
  const [first, ...others] = line.runs;
  const base = {
    fontSize: style.size.size,
    lineHeight: style.size.pitch / style.size.size,
    noWrap: true,
    preserveLeadingSpaces: true,
    preserveTrailingSpaces: true,
    characterSpacing: spacingOf(line, style, indent),
    ...(style.align === 'center' || style.align === 'right' ? { alignment: style.align } : {}),
    ...(indent > 0 ? { marginLeft: indent } : {}),
  };
  if (first === undefined) return { ...base, text: ' ', font: anyFace(style) };
  if (others.length === 0) return { ...base, text: first.text, font: first.face.name };
  return { ...base, text: line.runs.map((run) => ({ text: run.text, font: run.face.name, noWrap: true })) };
}

const anyFace = (style: TextStyle): string => style.faces.chains[style.role][0]?.name ?? '';
