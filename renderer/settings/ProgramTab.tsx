import { Button, Descriptions, Flex } from 'antd';
import { useNavigate } from 'react-router';
import { useOffice } from '../app/office.ts';
import { desk } from '../desk.ts';

const SYSTEMS = { windows: 'Windows', linux: 'Linux', mac: 'macOS' } as const;

/** 关于程序: version, keys to the data, the folders whoever helps will ask for. */
export function ProgramTab() {
  const navigate = useNavigate();
  const { keychain } = useOffice();
  const { version, electron, system } = desk.info;
  return (
    <div className="panel stack form-narrow">
      <Descriptions
        size="small"
        bordered
        column={1}
        items={[
          { key: 'version', label: '版本', children: `名优特小作坊创建工作台 ${version}` },
          { key: 'system', label: '运行环境', children: `${SYSTEMS[system]}，Electron ${electron}` },
          {
            key: 'key',
            label: '数据加密',
            children: keychain
              ? '密钥由本机系统保管，启动时自动打开；换电脑时用恢复码'
              : '本机系统不能保管密钥，每次启动输入恢复码',
          },
        ]}
      />
      <Flex gap={8}>
        <Button onClick={() => void navigate('/manual')}>用户手册</Button>
        <Button onClick={() => void desk.openDataFolder()}>打开数据文件夹</Button>
        <Button onClick={() => void desk.openLogFolder()}>打开日志文件夹</Button>
      </Flex>
    </div>
  );
}
