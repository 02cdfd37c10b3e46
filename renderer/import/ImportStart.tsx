import { Button, Flex, Typography } from 'antd';
import { useNavigate } from 'react-router';
import type { PickedPath } from '../../db/model/desk.ts';
import type { Problem } from '../../db/model/problems.ts';
import { client } from '../api.ts';
import { FileButton } from '../shared/FilePick.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useSaveFile } from '../shared/useSaveFile.tsx';

interface Props {
  readonly problems: readonly Problem[];
  readonly onPicked: (file: PickedPath) => void;
}

/** Before a workbook is picked: what may be imported, and the template. */
export function ImportStart({ problems, onPicked }: Props) {
  const navigate = useNavigate();
  const template = useSaveFile();
  const download = (): Promise<void> =>
    template.save({
      make: () => client.imports.template(),
      purpose: 'applicantsWorkbook',
      said: '模板已保存',
    });
  return (
    <>
      <PageHeader title="导入申请汇总表">
        <Button onClick={() => void navigate('/workshops')}>返回小作坊</Button>
      </PageHeader>
      <ProblemList problems={problems} title="这个文件没有读入" />
      <section className="panel import-start" aria-label="选择文件">
        <Typography.Title level={2} className="section-title">
          选择各监管所报来的申请汇总表
        </Typography.Title>
        <ul className="plain-list">
          <li>Excel工作簿（.xlsx）；WPS、旧版Excel的文件请先另存为.xlsx。</li>
          <li>表头不必与模板一致：“负责人”“操作间面积”等常见写法都能识别，也可以手工指定。</li>
          <li>选择文件后先预览，逐行指出问题；确认之前不会写入任何数据，导入前自动备份。</li>
        </ul>
        <Flex gap={8}>
          <FileButton type="primary" purpose="applicantsWorkbook" onPicked={onPicked}>
            选择文件…
          </FileButton>
          <Button loading={template.running} onClick={() => void download()}>
            下载模板…
          </Button>
        </Flex>
      </section>
    </>
  );
}
