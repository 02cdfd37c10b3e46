import { Button, Divider, Flex, Typography } from 'antd';
import { RestoreButton } from './RestoreButton.tsx';
import { StartCard } from './StartCard.tsx';

interface Props {
  /** How many backups lie in the data folder, though there are no data. */
  readonly backups: number;
  readonly onStart: () => void;
}

/** The very first screen: a new office, or an old one on a new PC. */
export const Welcome = ({ backups, onStart }: Props) => (
  <StartCard
    title="欢迎使用"
    note="本程序在本机办理小作坊的申请、遴选、公示、改造方案和报送，不需要联网，数据加密存放在本机。"
  >
    <Typography.Text>首次使用约需5分钟：填写本单位、年度名额和人员，打印一张恢复单。</Typography.Text>
    <Button type="primary" size="large" autoFocus onClick={onStart}>
      开始设置
    </Button>
    <Divider plain>换了电脑或重装了系统</Divider>
    <Typography.Text type="secondary">
      {backups > 0
        ? `本机数据文件夹中有${backups}份备份，可以直接恢复；也可以从U盘中的备份恢复。`
        : '从U盘中的备份恢复，需要恢复单上的恢复码。'}
    </Typography.Text>
    <Flex>
      <RestoreButton />
    </Flex>
  </StartCard>
);
