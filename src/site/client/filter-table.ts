import { countWords, type Forms } from './count-words.ts';
import { keepInAddress, readFromAddress } from './keep-in-address.ts';

const SETTING = 'filter';

/** Shows only the rows of a table that hold all the words typed, spelled loosely. */
function startTableFilter(filter: HTMLElement): void {
  const table = document.getElementById(filter.dataset.tableFilter ?? '');
  const input = filter.querySelector('input');
  const status = filter.querySelector<HTMLElement>('[role=status]');
  if (!(table instanceof HTMLTableElement) || !input || !status) return;
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const texts = rows.map((row) => fold(row.textContent));
  const forms = JSON.parse(status.dataset.forms ?? '""') as Forms;
  const apply = (): void => {
    const words = fold(input.value).split(' ').filter(Boolean);
    rows.forEach((row, index) => (row.hidden = !words.every((word) => texts[index]?.includes(word))));
    const shown = rows.filter((row) => !row.hidden).length;
    status.textContent = words.length === 0 ? '' : countWords(forms, shown, document.documentElement.lang);
  };
  input.addEventListener('input', () => {
    apply();
    keepInAddress(SETTING, input.value.trim());
  });
  input.value = readFromAddress(SETTING);
  if (input.value !== '') apply();
  filter.hidden = false;
}

/** Without marks, tatweel, two sets of digits and the spellings of alef, ya and ta marbuta that writers mix. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/\u0649/g, '\u064A') // ى as ي
    .replace(/\u0629/g, '\u0647') // ة as ه
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

document.querySelectorAll<HTMLElement>('[data-table-filter]').forEach(startTableFilter);
