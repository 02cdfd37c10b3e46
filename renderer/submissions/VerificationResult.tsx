import { Alert, Button, Descriptions, Flex, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { formatCode } from '../../db/model/checkCode.ts';
import type { PackageVerification } from '../../db/model/contract/packages.ts';
import { countsText } from '../../db/model/countsText.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import type { BagFault } from '../../db/model/package.ts';
import { FolderButton } from '../shared/FilePick.tsx';
import { orBlank } from '../shared/format.ts';
import { faultText, isRealFault } from './faultText.ts';
import { PaperCode } from './PaperCode.tsx';
import { SubmissionData } from './SubmissionData.tsx';

const columns: ColumnsType<BagFault> = [
  { title: '文件', dataIndex: 'path' },
  { title: '问题', width: 320, render: (_, fault) => faultText(fault) },
];

function verdict({ valid, faults, fileCount }: PackageVerification): string {
  if (valid) return `报送包完好，${fileCount}个文件与清单一致。`;
  return `报送包有${faults.filter(isRealFault).length}处不符，请勿使用，请报送单位重新生成。`;
}

interface Props {
  readonly verification: PackageVerification;
  readonly onVerify: (folder: PickedPath) => void;
  readonly onClose: () => void;
}

/** What the check of a package found: whole, or every file that is not as the manifest says. */
export function VerificationResult({ verification, onVerify, onClose }: Props) {
  const { valid, faults, manifestCode, year, counts, submission } = verification;
  return (
    <section className="panel" aria-label="校验结果">
      <Flex vertical gap={12}>
        <Alert
          type={valid ? 'success' : 'error'}
          showIcon
          title={verdict(verification)}
          action={
            <Flex gap={8}>
              <FolderButton size="small" purpose="package" onPicked={onVerify}>
                重新插入后再校验…
              </FolderButton>
              <Button size="small" onClick={onClose}>
                关闭
              </Button>
            </Flex>
          }
        />
        <Descriptions
          size="small"
          column={{ xs: 1, lg: 2 }}
          bordered
          items={[
            { key: 'folder', label: '文件夹', span: 2, children: verification.folderName },
            { key: 'bureau', label: '报送单位', children: orBlank(verification.bureauName) },
            {
              key: 'kind',
              label: '年度、类别',
              children: `${year === null ? '' : `${year}年度`}${orBlank(verification.kindLabel)}`,
            },
            {
              key: 'code',
              label: '清单校验码',
              children: (
                <span className="manifest-code">{manifestCode ? formatCode(manifestCode) : '—'}</span>
              ),
            },
            { key: 'counts', label: '内容', children: orBlank(countsText(counts)) },
          ]}
        />
        {submission?.replaces && (
          <Alert
            type="info"
            showIcon
            title={`更正：替换“${submission.replaces.folderName}”，原因：${submission.replaces.reason}`}
          />
        )}
        {manifestCode && <PaperCode manifestCode={manifestCode} />}
        {faults.length > 0 && (
          <Table<BagFault>
            size="small"
            dataSource={[...faults]}
            rowKey={(fault) => `${fault.kind}${fault.path}`}
            columns={columns}
            pagination={false}
            scroll={{ y: 320 }}
          />
        )}
        {submission && <SubmissionData submission={submission} />}
      </Flex>
    </section>
  );
}
