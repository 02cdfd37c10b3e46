import { expect, it } from 'vitest';
import { breakLines } from '../../../reports/pdf/lines.ts';
import { faces } from '../read.ts';

const broken = (text: string, characters: number): readonly string[] =>
  breakLines(text, { faces, role: 'body', size: 10, width: characters * 10, indent: 0 }).map((line) =>
    line.runs.map((run) => run.text).join(''),
  );

it('cuts a code too long for its line behind a hyphen, and a long number where the line is full', () => {
  expect(broken('校验码YYXT-VVDW-2WBS-40VJ', 7)).toEqual(['校验码', 'YYXT-VVDW-', '2WBS-40VJ']);
  const digits = broken('1234567890123456789', 5);
  expect(digits.join('')).toBe('1234567890123456789');
  expect(digits.length).toBeGreaterThan(1);
});

it('leaves a code whole where a line holds it', () => {
  expect(broken('校验码YYXT-VVDW', 7)).toEqual(['校验码', 'YYXT-VVDW']);
});
