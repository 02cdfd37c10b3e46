import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { AttachmentRole, AttachmentSubject } from '../../db/model/attachments.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import type { Problem } from '../../db/model/problems.ts';
import { client } from '../api.ts';
import { problemsOf } from '../problems.ts';

interface AddFiles {
  readonly add: (files: readonly PickedPath[], role: AttachmentRole) => Promise<void>;
  /** `第2个，共5个：照片.jpg` while files are being stored. */
  readonly progress: string | null;
  readonly problems: readonly Problem[];
  readonly clear: () => void;
}

interface Tally {
  readonly added: number;
  readonly sameAs: readonly string[];
  readonly problems: readonly Problem[];
}

/** Adds picked or dropped files one after the other; one that is refused does not stop the others. */
export function useAddFiles(subject: AttachmentSubject): AddFiles {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [progress, setProgress] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  async function addOne(tally: Tally, { token, name }: PickedPath, role: AttachmentRole): Promise<Tally> {
    try {
      const { sameAs } = await client.attachments.add({ subject, role, file: token });
      const also = sameAs.map((place) => `“${name}”与${place}是同一个文件`);
      return { ...tally, added: tally.added + 1, sameAs: [...tally.sameAs, ...also] };
    } catch (error) {
      return { ...tally, problems: [...tally.problems, ...problemsOf(error)] };
    }
  }

  async function add(files: readonly PickedPath[], role: AttachmentRole): Promise<void> {
    let tally: Tally = { added: 0, sameAs: [], problems: [] };
    setProblems([]);
    for (const [index, file] of files.entries()) {
      setProgress(`第${index + 1}个，共${files.length}个：${file.name}`);
      tally = await addOne(tally, file, role);
    }
    setProgress(null);
    setProblems(tally.problems);
    await queries.invalidateQueries();
    if (tally.added > 0) message.success(`已添加${tally.added}个附件`);
    if (tally.sameAs.length > 0) message.info(tally.sameAs.join('；'), 6);
  }
  return { add, progress, problems, clear: () => setProblems([]) };
}
