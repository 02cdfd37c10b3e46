import { Button, Descriptions, Flex, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { desk } from '../desk.ts';
import { useCommand } from '../shared/useCommand.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl+K', '查找小作坊或页面：名称、业主、拼音首字母、证照编号'],
  ['Ctrl+S', '保存正在填写的内容'],
  ['Ctrl+P', '打印当前显示的文书或页面'],
  ['F1', '显示本说明'],
  ['Tab、Shift+Tab', '到下一个、上一个填写项'],
  ['Enter', '表格中打开选中的一行；表单中到下一项；查找中打开选中的一条'],
  ['空格', '勾选或取消勾选；打开下拉框'],
  ['↑、↓', '表格中到上一行、下一行'],
  ['Ctrl+C', '列表中复制勾选的行，可粘贴到Excel'],
  ['Ctrl+V', '任务表中粘贴从Excel复制的单元格'],
  ['Esc', '关闭对话框、下拉框和预览'],
  ['Ctrl++、Ctrl+-、Ctrl+0', '放大、缩小、恢复字号'],
];

/** F1: all the keys. Also what the menu's 关于 shows. */
export function KeysHelp() {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const toManual = () => {
    setOpen(false);
    void navigate('/manual');
  };
  useCommand('keys', () => setOpen(true));
  useCommand('manual', toManual);
  useCommand('about', () => setOpen(true));
  return (
    <Modal open={open} title="快捷键" footer={null} onCancel={() => setOpen(false)} width={560}>
      <Descriptions
        column={1}
        size="small"
        bordered
        items={KEYS.map(([keys, meaning]) => ({ key: keys, label: <kbd>{keys}</kbd>, children: meaning }))}
      />
      <Flex className="below" align="center" justify="space-between">
        <span className="quiet">名优特小作坊创建工作台 {desk.info.version}</span>
        <Button onClick={toManual}>用户手册</Button>
      </Flex>
    </Modal>
  );
}
