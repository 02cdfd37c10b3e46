import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { PathToken } from '../../db/model/desk.ts';
import { type Problem, problem } from '../../db/model/problems.ts';
import { api } from '../api.ts';
import { desk } from '../desk.ts';
import { problemsOf } from '../problems.ts';

export interface Viewer {
  readonly open: (confirmed: boolean) => Promise<void>;
  readonly running: boolean;
  readonly problems: readonly Problem[];
  readonly clear: () => void;
}

const NONE: readonly Problem[] = [];

const noViewer = problem(
  'viewer.none',
  '这台电脑没有可以打开PDF的程序，请安装PDF阅读器，或者用本窗口的“打印”“另存为PDF”',
);

/** 用系统查看器打开: the data host puts down a copy, the shell has it opened. */
export function useViewer(
  makeCopy: (confirmed: boolean) => Promise<{ readonly token: PathToken; readonly pages: number }>,
  noteOpened: (pages: number) => Promise<void>,
): Viewer {
  const queries = useQueryClient();
  const [running, setRunning] = useState(false);
  const [problems, setProblems] = useState(NONE);
  const open = async (confirmed: boolean): Promise<void> => {
    setRunning(true);
    setProblems(NONE);
    try {
      const { token, pages } = await makeCopy(confirmed);
      if (!(await desk.openPath(token))) return setProblems([noViewer]);
      await noteOpened(pages);
      await queries.invalidateQueries({ queryKey: api.printRoom.log.key() });
    } catch (error) {
      setProblems(problemsOf(error));
    } finally {
      setRunning(false);
    }
  };
  return { open, running, problems, clear: () => setProblems(NONE) };
}

interface Props {
  readonly viewer: Viewer;
  readonly isPrivate: boolean;
  readonly disabled: boolean;
}

/** Asks first where private numbers would lie open on the disk until the program ends. */
export function ViewerButton({ viewer, isPrivate, disabled }: Props) {
  const { modal } = App.useApp();
  const ask = () =>
    modal.confirm({
      title: '这份材料含有个人信息，仍要用系统查看器打开吗？',
      content: '打开的是一份临时副本，关闭本程序时删除。请不要在查看器中另存，看完即关闭。',
      okText: '打开副本',
      cancelText: '不打开',
      autoFocusButton: 'cancel',
      onOk: () => viewer.open(true),
    });
  return (
    <Button
      disabled={disabled}
      loading={viewer.running}
      onClick={() => (isPrivate ? ask() : void viewer.open(false))}
    >
      用系统查看器打开
    </Button>
  );
}
