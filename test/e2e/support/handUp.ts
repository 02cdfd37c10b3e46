import { open, press, seen } from '../../../build/drive/clerk.ts';
import type { Desk } from './desk.ts';

/** Writes a package of this kind into the folder `stick`. */
export async function handUp(desk: Desk, kind: string, stick: string): Promise<void> {
  await open(desk, '报送');
  await desk.answerDialogs([stick]);
  await press(desk.page, `报送${kind}`);
  await press(desk.page, `生成${kind}报送包`);
  await seen(desk.page, /已写入并逐个文件核对/);
}
