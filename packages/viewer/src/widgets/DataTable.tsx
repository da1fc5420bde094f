// A table of many rows: filtered by a text, sorted by a column, a page of rows at a time.

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useState, type ReactElement, type ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** What is sorted and searched; numbers sort as numbers. */
  readonly value: (row: Row) => string | number;
  /** What is shown; the value where absent. */
  readonly show?: (row: Row) => ReactNode;
  readonly numeric?: boolean;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string | number;
  readonly selected?: ((row: Row) => boolean) | undefined;
  readonly onSelect?: ((row: Row) => void) | undefined;
  readonly words: {
    readonly filter: string;
    readonly rows: (from: number, to: number, of: number) => string;
    readonly previous: string;
    readonly next: string;
    readonly none: string;
  };
}

const PAGE = 50;

export function DataTable<Row>({ caption, rows, columns, rowKey, selected, onSelect, words }: DataTableProps<Row>): ReactElement {
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<{ key: string; down: boolean } | null>(null);
  const [page, setPage] = useState(0);

  const found = useMemo(() => {
    const wanted = filter.trim().toLowerCase();
    if (wanted === '') return rows;
    return rows.filter((row) => columns.some((column) => String(column.value(row)).toLowerCase().includes(wanted)));
  }, [rows, columns, filter]);
  const sorted = useMemo(() => {
    const column = columns.find((one) => one.key === sort?.key);
    if (sort === null || column === undefined) return found;
    const sign = sort.down ? -1 : 1;
    return [...found].sort((a, b) => {
      const x = column.value(a);
      const y = column.value(b);
      if (typeof x === 'number' && typeof y === 'number') return sign * (x - y);
      return sign * String(x).localeCompare(String(y));
    });
  }, [found, columns, sort]);

  const pages = Math.max(1, Math.ceil(sorted.length / PAGE));
  const current = Math.min(page, pages - 1);
  const from = current * PAGE;
  const shown = sorted.slice(from, from + PAGE);

  return (
    <div className="data-table">
      {rows.length > PAGE || filter !== '' ? (
        <input
          type="search"
          className="filter"
          placeholder={words.filter}
          aria-label={words.filter}
          value={filter}
          onChange={(event) => {
            setFilter(event.target.value);
            setPage(0);
          }}
        />
      ) : null}
      <div className="table-scroll">
        <table>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => {
                const active = sort?.key === column.key;
                return (
                  <th
                    key={column.key}
                    scope="col"
                    className={column.numeric === true ? 'numeric' : ''}
                    aria-sort={active ? (sort.down ? 'descending' : 'ascending') : undefined}
                  >
                    <button type="button" onClick={() => setSort(active && sort.down ? null : { key: column.key, down: active })}>
                      {column.title}
                      {active ? (
                        sort.down ? (
                          <ArrowDown size={12} aria-hidden="true" />
                        ) : (
                          <ArrowUp size={12} aria-hidden="true" />
                        )
                      ) : null}
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr
                key={rowKey(row)}
                className={onSelect === undefined ? '' : 'clickable'}
                aria-selected={selected?.(row)}
                onClick={onSelect === undefined ? undefined : () => onSelect(row)}
              >
                {columns.map((column, position) => {
                  const content = column.show === undefined ? column.value(row) : column.show(row);
                  return (
                    <td key={column.key} className={column.numeric === true ? 'numeric' : ''}>
                      {position === 0 && onSelect !== undefined ? (
                        <button
                          type="button"
                          className="link"
                          onClick={(event) => {
                            event.stopPropagation();
                            onSelect(row);
                          }}
                        >
                          {content}
                        </button>
                      ) : (
                        content
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {sorted.length === 0 ? <p className="empty">{words.none}</p> : null}
      </div>
      {pages > 1 ? (
        <div className="pager">
          <button type="button" className="plain" disabled={current === 0} onClick={() => setPage(current - 1)}>
            {words.previous}
          </button>
          <span>{words.rows(from + 1, from + shown.length, sorted.length)}</span>
          <button type="button" className="plain" disabled={current === pages - 1} onClick={() => setPage(current + 1)}>
            {words.next}
          </button>
        </div>
      ) : null}
    </div>
  );
}
