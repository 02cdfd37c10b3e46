import { useQuery } from '@tanstack/react-query';
import { App, Button, Flex, Modal, Skeleton } from 'antd';
import { TEMPLATE_PAPERS, type TemplatePaper } from '../../db/model/templates.ts';
import { api, problemsOf } from '../api.ts';
import { ProblemList } from '../shared/ProblemList.tsx';

interface ListProps {
  readonly title: string;
  readonly placeholders: readonly string[];
  readonly onCopy: (text: string) => void;
}

const Placeholders = ({ title, placeholders, onCopy }: ListProps) => (
  <Flex component="section" vertical gap={4}>
    <Flex gap={8} align="center">
      <b>{title}</b>
      <Button type="link" size="small" onClick={() => onCopy(placeholders.join('\t'))}>
        全部复制
      </Button>
    </Flex>
    <Flex gap={8} wrap>
      {placeholders.map((one) => (
        <Button key={one} size="small" aria-label={`复制${one}`} onClick={() => onCopy(one)}>
          {one}
        </Button>
      ))}
    </Flex>
  </Flex>
);

/** What a template of a paper can ask for; a click copies it. */
export function PlaceholdersModal({
  paper,
  onClose,
}: {
  readonly paper: TemplatePaper;
  readonly onClose: () => void;
}) {
  const { message } = App.useApp();
  const found = useQuery(api.templates.placeholders.queryOptions({ input: { paper } }));
  const copy = (text: string): Promise<unknown> =>
    navigator.clipboard.writeText(text).then(
      () => message.success('已复制，到模板的单元格或段落中粘贴'),
      () => message.error('没有复制成功，请重试'),
    );
  return (
    <Modal open width={760} title={`${TEMPLATE_PAPERS[paper]}的占位符`} footer={null} onCancel={onClose}>
      {found.isError && <ProblemList problems={problemsOf(found.error)} />}
      {found.isPending && <Skeleton active />}
      {found.data && (
        <Flex vertical gap={16}>
          <span className="quiet">点一下即复制。写在模板里，制作时换成记录中的内容。</span>
          <Placeholders
            title="全文可用"
            placeholders={found.data.fields}
            onCopy={(text) => void copy(text)}
          />
          <Placeholders
            title="明细：写在一行里，这一行按家数或项数重复"
            placeholders={found.data.rows}
            onCopy={(text) => void copy(text)}
          />
        </Flex>
      )}
    </Modal>
  );
}
