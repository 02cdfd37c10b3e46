import { Flex, Modal, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from '../../db/model/problems.ts';
import { problemsOf } from '../problems.ts';
import { ProblemList } from './ProblemList.tsx';

interface Props {
  /** What is imported: `评分表`. */
  readonly what: string;
  readonly fileName: string;
  readonly width: number;
  readonly okText: string;
  /** Whether what was found, and chosen, can be taken. */
  readonly ready: boolean;
  /** The reading of the file. */
  readonly preview: { readonly isPending: boolean; readonly error: unknown };
  readonly apply: { readonly running: boolean; readonly problems: readonly Problem[] };
  /** What the file would bring. */
  readonly children: ReactNode;
  readonly onImport: () => Promise<void>;
  readonly onClose: () => void;
}

/** A file that was picked: read, shown, and only then taken. */
export function FileImportModal({ what, preview, apply, ...props }: Props) {
  return (
    <Modal
      open
      width={props.width}
      title={`导入${what}：${props.fileName}`}
      okText={props.okText}
      cancelText="取消"
      okButtonProps={{ disabled: !props.ready }}
      confirmLoading={apply.running}
      onOk={() => void props.onImport()}
      onCancel={props.onClose}
    >
      <Flex vertical gap={12}>
        <ProblemList problems={apply.problems} title="没有导入" />
        {preview.isPending && <Skeleton active />}
        {preview.error !== null && (
          <ProblemList problems={problemsOf(preview.error)} title="这个文件不能导入" />
        )}
        {props.children}
      </Flex>
    </Modal>
  );
}
