import { z } from 'zod';
import { type BagFault, SubmissionRecord } from '../../db/model/package.ts';
import { SUBMISSION } from './layout.ts';
import { malformed, type Read } from './tagRead.ts';

/** Enough to recognise the file of a newer program, whose other fields are unknown to this one. */
const Head = z.object({ format: z.literal('workshop-desk/submission'), formatVersion: z.int().min(1) });

const KNOWN_VERSION = 1;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // JSON.parse has no other way to say no; `undefined` is no JSON value, so nothing is mistaken for it.
    return undefined;
  }
}

const unreadable = (detail: string): Read<SubmissionRecord | null> => ({
  value: null,
  faults: [malformed(SUBMISSION, detail)],
});

/** submission.json, as far as this program knows its format. */
export function readSubmission(text: string): Read<SubmissionRecord | null> {
  const json = parsed(text);
  if (json === undefined) return unreadable('不是有效的 JSON，无法读取');
  const head = Head.safeParse(json);
  if (!head.success) return unreadable('不是本程序的报送数据格式，无法读取');
  if (head.data.formatVersion > KNOWN_VERSION) {
    return unreadable(
      `由更新版本的程序制作（格式版本 ${head.data.formatVersion}，本程序只认识 ${KNOWN_VERSION}），请升级本程序后再校验`,
    );
  }
  const record = SubmissionRecord.safeParse(json);
  if (record.success) return { value: record.data, faults: [] };
  const where = record.error.issues.slice(0, 3).map((issue) => issue.path.join('.') || '整体');
  return unreadable(`内容不完整或不符合格式（${where.join('、')}）`);
}

/** The signed paper's code covers 00_请先看.txt, which states this digest; so it covers submission.json as well. */
export const pinFaults = (stated: string | undefined, actual: string): readonly BagFault[] =>
  stated === undefined || stated === actual
    ? []
    : [malformed(SUBMISSION, '与 00_请先看.txt 中写明的 SHA-256 值不一致')];
