import { Alert, Button, Result, Typography } from 'antd';
import { useEffect, useRef } from 'react';
import { formatCode } from '../../db/model/checkCode.ts';
import { PathToken, type PickedPath } from '../../db/model/desk.ts';
import { FolderButton } from '../shared/FilePick.tsx';
import { useOpenPath } from '../shared/useOpenPath.ts';
import type { WrittenPackage } from './usePackageWork.ts';

interface Props {
  readonly written: WrittenPackage;
  readonly onVerify: (folder: PickedPath) => void;
  readonly onClose: () => void;
}

const Passphrase = ({ passphrase }: { readonly passphrase: string }) => (
  <Alert
    type="warning"
    showIcon
    title="收款信息压缩包的口令只显示这一次，程序不保存，请现在抄下"
    description={
      <>
        <Typography.Text className="manifest-code" copyable aria-label="压缩包口令">
          {passphrase}
        </Typography.Text>
        <br />
        口令请当面或用电话另行告知市局，不要写在清单上，不要与U盘放在一起。口令遗失的，请更正报送，重新生成一个。
      </>
    }
  />
);

/** A package that was written and read back: its code, and what to do before it leaves the office. */
export function WrittenResult({ written, onVerify, onClose }: Props) {
  const panel = useRef<HTMLElement>(null);
  const openPath = useOpenPath();
  useEffect(() => panel.current?.scrollIntoView({ block: 'start' }), []);
  return (
    <section ref={panel} className="panel" aria-label="报送包已生成">
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
            {written.passphrase !== null && <Passphrase passphrase={written.passphrase} />}
          </>
        }
        extra={[
          <Button key="open" onClick={() => void openPath(PathToken.parse(written.folderToken))}>
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
}
