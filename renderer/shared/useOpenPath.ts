import { App } from 'antd';
import type { PathToken } from '../../db/model/desk.ts';
import { desk } from '../desk.ts';

/** Opens a file or folder with the system's own program, and says so where there is none for it. */
export function useOpenPath(): (token: PathToken) => Promise<void> {
  const { message } = App.useApp();
  return async (token) => {
    if (!(await desk.openPath(token)))
      message.warning('没有打开：本机没有能打开它的程序，或文件已被移走、删除');
  };
}
