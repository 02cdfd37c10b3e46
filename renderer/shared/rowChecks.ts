/** What the check boxes of a table are called; antd's own names are English. */
export const rowChecks = <Row>(nameOf: (row: Row) => string) => ({
  getTitleCheckboxProps: () => ({ 'aria-label': '全选' }),
  getCheckboxProps: (row: Row) => ({ 'aria-label': `选择${nameOf(row)}` }),
});
