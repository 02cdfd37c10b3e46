import { Button, Result, Typography } from 'antd';
import { formatCode } from '../../db/model/checkCode.ts';
import { PathToken, type PickedPath } from '../../db/model/desk.ts';
import { desk } from '../desk.ts';
import { FolderButton } from '../shared/FilePick.tsx';
import type { WrittenPackage } from './usePackageWork.ts';

interface Props {
  readonly written: WrittenPackage;
  readonly onVerify: (folder: PickedPath) => void;
  readonly onClose: () => void;
}

/** A package that was written and read back: its code, and what to do before it leaves the office. */
export const WrittenResult = ({ written, onVerify, onClose }: Props) => (
  <section className="panel" aria-label="报送包已生成">
    <Result
      status="success"
      title={`${written.folderName} 已写入并逐个文件核对`}
      subTitle={
        <>
          清单校验码{' '}
          <Typography.Text className="manifest-code" copyable>
            {formatCode(written.manifestCode)}
          </Typography.Text>
          <br />
          与包内“报送清单.pdf”上的校验码一致。请安全弹出U盘，重新插入后再校验一次，确认数据确已写到盘上。
        </>
      }
      extra={[
        <Button key="open" onClick={() => void desk.openPath(PathToken.parse(written.folderToken))}>
          打开文件夹
        </Button>,
        <FolderButton key="verify" purpose="package" type="primary" onPicked={onVerify}>
          重新插入后再校验…
        </FolderButton>,
        <Button key="close" onClick={onClose}>
          完成
        </Button>,
      ]}
    />
  </section>
);
