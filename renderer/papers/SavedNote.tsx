import { Alert, Button, Space } from 'antd';
import type { PickedPath } from '../../db/model/desk.ts';
import { desk } from '../desk.ts';
import { useOpenPath } from '../shared/useOpenPath.ts';

interface Props {
  readonly saved: PickedPath | undefined;
  readonly onClose: () => void;
}

/** Says where a file went and offers to open it with the system's own program. */
export function SavedNote({ saved, onClose }: Props) {
  const open = useOpenPath();
  if (!saved) return null;
  return (
    <Alert
      className="page-message"
      type="success"
      showIcon
      title={`已保存：${saved.name}`}
      closable={{ onClose, 'aria-label': '关闭提示' }}
      action={
        <Space>
          <Button size="small" onClick={() => void open(saved.token)}>
            用系统程序打开
          </Button>
          <Button size="small" onClick={() => void desk.revealInFolder(saved.token)}>
            打开所在文件夹
          </Button>
        </Space>
      }
    />
  );
}
