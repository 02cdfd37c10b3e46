import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { DeskCommand } from '../db/model/desk.ts';

/** Minimal on purpose: the work is in the window. The menu makes the keys known and gives editing its shortcuts. */
export function setMenu(send: (command: DeskCommand) => void): void {
  const command = (label: string, accelerator: string, name: DeskCommand): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => send(name),
  });
  const template: MenuItemConstructorOptions[] = [
    {
      label: '文件(&F)',
      submenu: [
        command('保存', 'CmdOrCtrl+S', 'save'),
        command('打印…', 'CmdOrCtrl+P', 'print'),
        { type: 'separator' },
        { role: 'quit', label: '退出' },
      ],
    },
    {
      label: '编辑(&E)',
      submenu: [
        { role: 'undo', label: '撤销' },
        { role: 'redo', label: '重做' },
        { type: 'separator' },
        { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' },
        { role: 'selectAll', label: '全选' },
        { type: 'separator' },
        command('查找…', 'CmdOrCtrl+K', 'search'),
      ],
    },
    {
      label: '视图(&V)',
      submenu: [
        { role: 'zoomIn', label: '放大', accelerator: 'CmdOrCtrl+=' },
        { role: 'zoomOut', label: '缩小' },
        { role: 'resetZoom', label: '原始大小' },
        { type: 'separator' },
        { role: 'togglefullscreen', label: '全屏' },
      ],
    },
    {
      label: '帮助(&H)',
      submenu: [
        { label: '用户手册', click: () => send('manual') },
        command('快捷键', 'F1', 'keys'),
        { label: '关于本程序', click: () => send('about') },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
