import { Button, Flex } from 'antd';
import type { PickedPath } from '../../db/model/desk.ts';
import { desk } from '../desk.ts';

/** Says where a list went, with the way to open it. */
export const exportedNote = (count: number, file: PickedPath) => (
  <Flex gap={8} align="center" component="span">
    已导出{count}条：{file.name}
    <Button type="link" size="small" onClick={() => void desk.openPath(file.token)}>
      打开
    </Button>
  </Flex>
);
