import type { Patch } from './patchAntd.ts';

/**
 * What antd says to screen readers in English and has no setting for. Its icons say their own file names beside the words
 * they only illustrate: they are hidden, unless they carry a label of their own.
 */
export const QUIET: readonly Patch[] = [
  ...['AntdIcon', 'AntdIconLight'].map((name) => ({
    file: `/@ant-design/icons/es/components/${name}.js`,
    from: 'role: "img",\n    "aria-label": icon.name',
    to: '...(restProps["aria-label"] === undefined ? { "aria-hidden": true } : { role: "img" })',
  })),
  {
    file: '/@rc-component/input/es/BaseInput.js',
    from: 'type: "button",',
    to: 'type: "button", "aria-label": "清除",',
  },
  {
    file: '/@rc-component/input-number/es/StepHandler.js',
    from: "'Increase Value' : 'Decrease Value'",
    to: "'增加' : '减少'",
  },
  {
    file: '/@rc-component/select/es/hooks/useAllowClear.js',
    from: "'Clear'",
    to: "'清除'",
  },
  {
    file: '/@rc-component/tabs/es/TabNavList/OperationNode.js',
    from: '"aria-haspopup": "listbox"',
    to: '"aria-label": "更多标签", "aria-haspopup": "listbox"',
  },
  {
    file: '/@rc-component/notification/es/Notification.js',
    from: '"aria-label": "Close"',
    to: '"aria-label": "关闭"',
  },
];
