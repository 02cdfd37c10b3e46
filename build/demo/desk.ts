import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Bureau, verifyPackage } from './bureau.ts';

export interface Step {
  readonly title: string;
  run(): Promise<unknown>;
}

/** Where the fictional office works: its command line, and the folder with what it types and what it makes. */
export interface Desk {
  readonly bureau: Bureau;
  readonly folder: string;
}

export const FOLDERS = { inputs: '输入', papers: '文件', packages: '报送包' } as const;

/** A file the office typed or photographed, under 输入. */
export async function typed({ folder }: Desk, name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, FOLDERS.inputs, name);
  await mkdir(join(folder, FOLDERS.inputs), { recursive: true });
  await writeFile(path, bytes);
  return path;
}

/** `--name A --name B` */
export const named = (...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => ['--name', name]);

const Made = z.looseObject({ folder: z.string(), passphrase: z.string().nullable() });
export type Made = z.infer<typeof Made>;

interface HandUp {
  /** Of a 进展月报. */
  readonly month?: string;
  /** Why it replaces the last package of the kind. */
  readonly correct?: string;
  /** 关于报送…的报告 that goes with it: written, or written anew for a further package. */
  readonly report?: 'new' | 'again';
}

/** Makes a package, verifies it as the city bureau would, and records the receipt it gives. */
export async function handUp(
  { bureau, folder }: Desk,
  kind: string,
  today: string,
  { month, correct, report }: HandUp = {},
): Promise<Made> {
  const out = join(folder, FOLDERS.packages);
  await mkdir(out, { recursive: true });
  if (report !== undefined) {
    const anew = report === 'again' ? ['--reopen', '--renew'] : [];
    await bureau.run(today, ['summary', '--report', kind, ...anew, '--finish']);
  }
  const which = month === undefined ? [] : ['--month', month];
  const instead = correct === undefined ? [] : ['--correct', correct];
  const made = Made.parse(
    await bureau.run(today, ['package', '--kind', kind, '--out', out, ...which, ...instead]),
  );
  await verifyPackage(made.folder);
  const by = ['--by', '示例市局接收人', '--note', '材料齐全'];
  await bureau.run(today, ['receipt', '--package', basename(made.folder), ...by]);
  return made;
}

/** 进展月报 of the month that `today` lies in. */
export const handUpMonth = (desk: Desk, today: string): Promise<Made> =>
  handUp(desk, '进展月报', today, { month: today.slice(0, 7) });

const Listed = z.looseObject({
  workshops: z.array(z.looseObject({ name: z.string(), stage: z.string() })),
  plans: z.array(
    z.looseObject({ workshopName: z.string(), revisionId: z.string().nullable(), helperName: z.string() }),
  ),
});
export type Listed = z.infer<typeof Listed>;

export const listOn = async ({ bureau }: Desk, today: string): Promise<Listed> =>
  Listed.parse(await bureau.run(today, ['list']));

/** The workshops that have, or need, a plan: those on the 创建名单 who did not leave. */
export const onRoster = async (desk: Desk, today: string): Promise<readonly string[]> =>
  (await listOn(desk, today)).plans.map((one) => one.workshopName);
