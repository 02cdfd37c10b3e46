import { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

const tooBig = ({
  origin,
  maximum,
}: {
  readonly origin: string;
  readonly maximum: number | bigint;
}): string =>
  ({ string: `不能超过${maximum}个字`, array: `不能超过${maximum}项` })[origin] ?? `不能大于${maximum}`;

const tooSmall = ({
  origin,
  minimum,
}: {
  readonly origin: string;
  readonly minimum: number | bigint;
}): string =>
  ({ string: minimum === 1 ? '不能为空' : `不能少于${minimum}个字`, array: `至少要有${minimum}项` })[
    origin
  ] ?? `不能小于${minimum}`;

/** What a check says that has no sentence of its own. */
export function issueText(issue: Issue): string {
  switch (issue.code) {
    case 'too_big':
      return tooBig(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? '请填写' : '填写有误，请核对';
    default:
      return '填写有误，请核对';
  }
}

/** For a program's start: no clerk ever reads zod's own English. */
export const speakChinese = (): void => void z.config({ customError: issueText });
