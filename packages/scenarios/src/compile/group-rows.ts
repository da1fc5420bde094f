// The rows of a table that belong together: an order's lines, a truck's notice.

/** Different values in order of first appearance, the row of each, and each row's value. */
export function groupRows(column: readonly string[]): { codes: string[]; firstRow: number[]; ofRow: Int32Array } {
  const known = new Map<string, number>();
  const codes: string[] = [];
  const firstRow: number[] = [];
  const ofRow = Int32Array.from(column, (code, row) => {
    let group = known.get(code);
    if (group === undefined) {
      group = codes.length;
      known.set(code, group);
      codes.push(code);
      firstRow.push(row);
    }
    return group;
  });
  return { codes, firstRow, ofRow };
}
