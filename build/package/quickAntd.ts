import type { Patch } from './patchAntd.ts';

/**
 * Where antd draws again what has not changed. A form hands a new context to all its fields whenever it is drawn; a row
 * of the grid, and so every field of a form, asks the window for its width in seven ways and is drawn once more, also
 * where nothing depends on the width; a choice is drawn once more for a server that is not there; a list draws all its
 * cells once more when its columns are measured, also where they turn out as wide as they were.
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
  {
    file: '/@rc-component/select/es/hooks/useOpen.js',
    from: 'const [rendered, setRendered] = useState(false);',
    to: 'const [rendered, setRendered] = useState(true);',
  },
  {
    file: '/@rc-component/table/es/VirtualTable/BodyGrid.js',
    from: 'const columnsOffset = React.useMemo(() => columnsWidth.map(colWidth => colWidth[2]), [columnsWidth]);',
    to: `const offsets = columnsWidth.map(colWidth => colWidth[2]);
  const columnsOffset = React.useMemo(() => offsets, [offsets.join()]);`,
  },
];
