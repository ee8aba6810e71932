import { keepInAddress, readFromAddress } from './keep-in-address.ts';

const SETTING = 'sort';

/** Lets a reader sort a table by any column that has a name. Without a script it stands in the order of the alphabet. */
function startTableSort(table: HTMLTableElement): void {
  const [body] = table.tBodies;
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  if (!body) return;
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  const sort = (column: number, isDescending: boolean): void => {
    const keys = new Map([...body.rows].map((row) => [row, readKey(row.cells[column])]));
    const sorted = [...keys].toSorted(([, a], [, b]) => {
      // What has no value stands last either way.
      if (a === '' || b === '') return Number(a === '') - Number(b === '');
      return isDescending ? collator.compare(b, a) : collator.compare(a, b);
    });
    body.append(...sorted.map(([row]) => row));
    for (const [index, head] of heads.entries()) {
      if (index === column) head.ariaSort = isDescending ? 'descending' : 'ascending';
      else head.removeAttribute('aria-sort');
    }
  };

  for (const [index, head] of heads.entries()) {
    const name = head.dataset.column;
    if (name === undefined) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    button.addEventListener('click', () => {
      // Of numbers the greatest are looked for first.
      const isDescending = head.ariaSort === null ? head.matches('.number') : head.ariaSort === 'ascending';
      sort(index, isDescending);
      keepInAddress(SETTING, isDescending ? `-${name}` : name);
    });
    head.append(button);
  }
  table.classList.add('is-sortable');
  const [, sign, name] = /^(-?)(.*)$/.exec(readFromAddress(SETTING)) ?? [];
  const column = heads.findIndex((head) => head.dataset.column === name);
  if (column >= 0) sort(column, sign === '-');
  else if (heads[0]) heads[0].ariaSort = 'ascending';
}

function readKey(cell: HTMLTableCellElement | undefined): string {
  return (cell?.dataset.sort ?? cell?.textContent ?? '').trim();
}

document.querySelectorAll<HTMLTableElement>('table[data-sortable]').forEach(startTableSort);
