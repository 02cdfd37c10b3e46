import type { Patch } from './patchAntd.ts';

/**
 * Where antd draws again what has not changed. A form hands a new context to all its fields whenever it is drawn; a row
 * of the grid, and so every field of a form, asks the window for its width in seven ways and is drawn once more, also
 * where nothing depends on the width.
 */
export const QUICK: readonly Patch[] = [
  {
    file: '/antd/es/form/Form.js',
    from: `const mergedTooltip = {
    ...contextTooltip,
    ...tooltip
  };`,
    to: `const mergedTooltip = React.useMemo(() => ({
    ...contextTooltip,
    ...tooltip
  }), [contextTooltip, tooltip]);`,
  },
  {
    file: '/antd/es/grid/row.js',
    from: 'useBreakpoint(true, null)',
    to: "useBreakpoint([align, justify, gutter].some((one) => typeof one === 'object'), null)",
  },
  {
    file: '/antd/es/grid/hooks/useBreakpoint.js',
    from: 'const token = responsiveObserver.subscribe(',
    to: 'if (!refreshOnChange) return;\n    const token = responsiveObserver.subscribe(',
  },
];
