import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { useCallback } from 'react';
import { problemsOf } from '../problems.ts';

const SECONDS = 8;
let count = 0;

/** After a removal: says what happened and offers 撤销 for a while; what is in 回收站 can be brought back later, too. */
export function useUndoMessage(): (text: string, undo: () => Promise<unknown>) => void {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useCallback(
    (text, undo) => {
      const key = `undo-${++count}`;
      const takeBack = async () => {
        try {
          await undo();
          await queries.invalidateQueries();
          message.success({ key, content: '已撤销，恢复原样' });
        } catch (error) {
          message.error({
            key,
            content: problemsOf(error)
              .map((one) => one.message)
              .join('；'),
          });
        }
      };
      message.success({
        key,
        duration: SECONDS,
        content: (
          <Flex gap={8} align="center" component="span">
            {text}
            <Button type="link" size="small" onClick={() => void takeBack()}>
              撤销
            </Button>
          </Flex>
        ),
      });
    },
    [message, queries],
  );
}
