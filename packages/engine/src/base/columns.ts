// A table of typed-array columns that grows: the world's state is made of these, so that all of it can be copied at once.
//
// Rows are numbered from 0. `add()` appends a row (or re-uses a released one) and may replace the arrays by longer ones:
// never keep a column in a local variable across an `add()`. Cost: a row is added in O(columns) amortised; saving copies
// the used rows only.

export type ColumnType = 'u8' | 'u16' | 'i32' | 'f64';

interface ArrayOf {
  u8: Uint8Array;
  u16: Uint16Array;
  i32: Int32Array;
  f64: Float64Array;
}

export type ColumnSpec = Readonly<Record<string, ColumnType>>;
export type ColumnsOf<Spec extends ColumnSpec> = { [Name in keyof Spec]: ArrayOf[Spec[Name]] };

function makeColumn(type: ColumnType, length: number): ArrayOf[ColumnType] {
  switch (type) {
    case 'u8':
      return new Uint8Array(length);
    case 'u16':
      return new Uint16Array(length);
    case 'i32':
      return new Int32Array(length);
    case 'f64':
      return new Float64Array(length);
  }
}

/** The copied state of one table. Structured-clonable; its arrays may be transferred. */
export interface SavedTable {
  readonly count: number;
  readonly free: Int32Array;
  readonly columns: Readonly<Record<string, ArrayOf[ColumnType]>>;
}

export class Table<Spec extends ColumnSpec> {
  /** Rows in use or released: valid rows are below this. */
  count = 0;
  /** The columns, by name. Re-read after every `add()`. */
  columns: ColumnsOf<Spec>;
  private capacity: number;
  private free: number[] = [];
  private readonly spec: Spec;

  /** @param rows fills `rows` zeroed rows at once (count = rows) with room for `capacity` in all. */
  constructor(spec: Spec, rows = 0, capacity = rows || 16) {
    this.spec = spec;
    this.capacity = capacity;
    this.count = rows;
    const columns: Record<string, ArrayOf[ColumnType]> = {};
    for (const [name, type] of Object.entries(spec)) columns[name] = makeColumn(type, capacity);
    this.columns = columns as ColumnsOf<Spec>;
  }

  /** A zeroed row: the most recently released one, or a new one at the end. */
  add(): number {
    const reused = this.free.pop();
    if (reused !== undefined) return reused;
    if (this.count === this.capacity) this.grow(this.capacity * 2);
    return this.count++;
  }

  /** Gives a row back, zeroed, to be re-used by a later `add()`. */
  release(row: number): void {
    for (const name in this.columns) this.columns[name]![row] = 0;
    this.free.push(row);
  }

  /** Rows in use. */
  get size(): number {
    return this.count - this.free.length;
  }

  private grow(capacity: number): void {
    const columns: Record<string, ArrayOf[ColumnType]> = {};
    for (const [name, type] of Object.entries(this.spec)) {
      const longer = makeColumn(type, capacity);
      longer.set(this.columns[name]!);
      columns[name] = longer;
    }
    this.columns = columns as ColumnsOf<Spec>;
    this.capacity = capacity;
  }

  save(): SavedTable {
    const columns: Record<string, ArrayOf[ColumnType]> = {};
    for (const name in this.columns) columns[name] = this.columns[name]!.slice(0, this.count) as ArrayOf[ColumnType];
    return { count: this.count, free: Int32Array.from(this.free), columns };
  }

  restore(saved: SavedTable): void {
    if (saved.count > this.capacity) this.grow(saved.count);
    this.count = saved.count;
    this.free = Array.from(saved.free);
    for (const name in this.columns) {
      const column = this.columns[name]!;
      column.fill(0);
      column.set(saved.columns[name]!);
    }
  }
}
