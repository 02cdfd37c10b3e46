/** Cells of a table as spreadsheets put it on the clipboard: tabs between cells, quotes round cells with line breaks. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  for (let index = 0; index < plain.length; index += 1) {
    const one = plain.charAt(index);
    if (quoted) {
      if (one !== '"') cell += one;
      else if (plain.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (one === '"' && cell === '') quoted = true;
    else if (one === '\t') endCell();
    else if (one === '\n') endRow();
    else cell += one;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows.filter((cells) => cells.some((one) => one !== ''));
}

/** True when the text is (part of) a table, not the contents of one cell. */
export function isTable(text: string, intoFreeText: boolean): boolean {
  if (text.includes('\t')) return true;
  // Line breaks alone are a column of cells, except where a cell may itself hold several lines.
  return !intoFreeText && text.trim().includes('\n');
}
