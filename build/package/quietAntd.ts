/**
 * What antd says to screen readers in English and has no setting for. Its icons say their own file names beside the words
 * they only illustrate: they are hidden, unless they carry a label of their own.
 */

interface Patch {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export const PATCHES: readonly Patch[] = [
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

/** A module of antd with its English put right; undefined for every other module. */
export function quietAntd(code: string, id: string): string | undefined {
  const patch = PATCHES.find(({ file }) => id.split('?')[0]?.endsWith(file));
  if (!patch) return undefined;
  if (!code.includes(patch.from)) throw new Error(`${patch.file} no longer has ${patch.from}`);
  return code.replace(patch.from, () => patch.to);
}
