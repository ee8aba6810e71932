import type { Facet } from '../index-files.ts';
import type { SearchState } from '../search-address.ts';
import { isolate } from './draw-hit.ts';
import type { YearCount } from './count-years.ts';
import type { Findings } from './search-documents.ts';
import type { SearchIndex } from './search-index.ts';
import { writeNumber } from './search-words.ts';

/** The controls around the box of the search page. What they hold is the state that the address carries. */
export interface SearchFilters {
  readonly read: () => Omit<SearchState, 'query'>;
  readonly write: (state: SearchState) => void;
  /** Counts the results by value, unless the reader has asked for something else meanwhile. */
  readonly show: (index: SearchIndex, findings: Findings, isCurrent: () => boolean) => Promise<void>;
  /** Takes the counts away. */
  readonly clear: () => void;
}

export interface FilterSettings {
  readonly language: string;
  readonly message: (name: string) => string;
  /** Called when the reader has set a control. */
  readonly onChange: () => void;
}

/** Nothing when the form lacks one of its controls. */
export function createFilters(
  form: HTMLFormElement,
  { language, message, onChange }: FilterSettings,
): SearchFilters | undefined {
  const kind = form.querySelector<HTMLSelectElement>('select[name=kind]');
  const article = form.querySelector<HTMLSelectElement>('select[name=article]');
  const sort = form.querySelector<HTMLSelectElement>('select[name=sort]');
  const group = form.querySelector<HTMLInputElement>('[data-search-group]');
  const from = form.querySelector<HTMLInputElement>('input[name=from]');
  const to = form.querySelector<HTMLInputElement>('input[name=to]');
  const years = form.querySelector<HTMLElement>('[data-search-years]');
  const facetBox = form.querySelector<HTMLElement>('[data-search-facets]');
  if (!kind || !article || !sort || !group || !from || !to || !years || !facetBox) return undefined;

  let facets: Readonly<Record<string, string>> = {};
  const plain = { kind: readOptions(kind), article: readOptions(article) };
  const label = (text: string, count: number | undefined): string =>
    count === undefined ? text : `${text} (${writeNumber(count, language)})`;

  const writeCounts = (
    select: HTMLSelectElement,
    names: ReadonlyMap<string, string>,
    counts: ReadonlyMap<string, number> | undefined,
  ): void => {
    for (const option of select.options) {
      const count = option.value === '' ? undefined : counts && (counts.get(option.value) ?? 0);
      option.textContent = label(names.get(option.value) ?? option.value, count);
    }
  };

  const drawFacets = (known: readonly Facet[], counts: ReadonlyMap<string, ReadonlyMap<string, number>>): void => {
    const useful = known.filter(
      ({ id }) => facets[id] !== undefined || [...(counts.get(id)?.values() ?? [])].some((count) => count > 0),
    );
    const drawn = new Map([...facetBox.querySelectorAll('select')].map((select) => [select.name, select]));
    const same = useful.length === drawn.size && useful.every(({ id }) => drawn.has(id));
    if (!same) facetBox.replaceChildren(...useful.map(drawFacet));
    for (const { id, values } of useful) {
      const select = facetBox.querySelector<HTMLSelectElement>(`select[name="${CSS.escape(id)}"]`);
      if (select === null) continue;
      const names = new Map([
        ['', message('any')],
        ...values.map((one) => [one.id, one.label[language] ?? one.id] as const),
      ]);
      writeCounts(select, names, counts.get(id));
      select.value = facets[id] ?? '';
    }
  };
  const drawFacet = ({ id, label: names, values }: Facet): HTMLElement => {
    const line = document.createElement('p');
    line.className = 'search-kind';
    const select = document.createElement('select');
    select.name = id;
    select.id = `_search-${id}`;
    select.append(new Option(message('any'), ''));
    for (const value of values) select.append(new Option(value.label[language] ?? value.id, value.id));
    select.addEventListener('change', () => {
      facets = { ...facets, [id]: select.value };
      onChange();
    });
    const name = document.createElement('label');
    name.htmlFor = select.id;
    name.append(isolate(names[language] ?? id));
    line.append(name, ' ', select);
    return line;
  };

  const drawYears = (spans: readonly YearCount[]): void => {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['span'] : undefined;
    // One span tells nothing and leads nowhere.
    const shown = spans.length > 1 || from.value !== '' || to.value !== '' ? spans : [];
    years.replaceChildren(...shown.map(drawSpan));
    years.hidden = shown.length === 0;
    if (focused !== undefined) years.querySelector<HTMLElement>(`[data-span="${focused}"]`)?.focus();
  };
  const drawSpan = ({ from: first, to: last, count }: YearCount): HTMLElement => {
    const button = document.createElement('button');
    const isChosen = from.value === String(first) && to.value === String(last);
    button.type = 'button';
    button.dataset['span'] = `${String(first)}/${String(last)}`;
    button.setAttribute('aria-pressed', String(isChosen));
    button.append(
      isolate(first === last ? String(first) : `${String(first)}–${String(last)}`),
      ` (${writeNumber(count, language)})`,
    );
    button.addEventListener('click', () => {
      from.value = isChosen ? '' : String(first);
      to.value = isChosen ? '' : String(last);
      onChange();
    });
    return button;
  };

  kind.addEventListener('change', () => {
    // What belongs to another kind would leave nothing to find.
    facets = Object.fromEntries(Object.entries(facets).filter(([id]) => id.startsWith(`${kind.value}.`)));
    onChange();
  });
  for (const control of [article, sort, group, from, to]) control.addEventListener('change', onChange);

  return {
    read: () => ({
      kind: kind.value,
      article: article.value,
      from: from.value.trim(),
      to: to.value.trim(),
      facets: Object.fromEntries(Object.entries(facets).filter(([, value]) => value !== '')),
      sort: sort.value,
      group: group.checked ? 'page' : '',
    }),
    write: (state) => {
      kind.value = plain.kind.has(state.kind) ? state.kind : '';
      if (state.article !== '' && !plain.article.has(state.article)) {
        plain.article.set(state.article, state.article);
        article.append(new Option(state.article, state.article));
      }
      article.value = state.article;
      from.value = state.from;
      to.value = state.to;
      facets = state.facets;
      sort.value = [...sort.options].some(({ value }) => value === state.sort) ? state.sort : '';
      group.checked = state.group === 'page';
    },
    show: async (index, findings, isCurrent) => {
      const kinds = [...new Set([kind.value, ...Object.keys(facets).map((id) => id.split('.')[0] ?? '')])];
      const known = (await Promise.all(kinds.filter((id) => id !== '').map(index.readFacets))).flat();
      const [byKind, byArticle, spans, byFacet] = await Promise.all([
        findings.countBy('kind'),
        // Where there are many articles none is offered.
        plain.article.size > 1 ? findings.countBy('article') : undefined,
        findings.countYears(),
        Promise.all(known.map(async ({ id }) => [id, await findings.countBy(id)] as const)),
      ]);
      if (!isCurrent()) return;
      writeCounts(kind, plain.kind, byKind);
      writeCounts(article, plain.article, byArticle);
      article.closest('p')?.toggleAttribute('hidden', article.options.length === 1);
      drawFacets(known, new Map(byFacet));
      drawYears(spans);
    },
    clear: () => {
      writeCounts(kind, plain.kind, undefined);
      writeCounts(article, plain.article, undefined);
      facetBox.replaceChildren();
      years.replaceChildren();
      years.hidden = true;
    },
  };
}

function readOptions(select: HTMLSelectElement): Map<string, string> {
  return new Map([...select.options].map(({ value, text }) => [value, text]));
}
