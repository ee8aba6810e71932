import {
  isFiltered,
  NOTHING_ASKED,
  readSearchAddress,
  writeSearchAddress,
  type SearchState,
} from '../search-address.ts';
import { drawHelp } from './draw-help.ts';
import { drawHit } from './draw-hit.ts';
import { openSiteIndex } from './open-site-index.ts';
import { searchDocuments, type Findings, type FoundPage, type SortOrder } from './search-documents.ts';
import { createFilters } from './search-filters.ts';
import type { SearchIndex } from './search-index.ts';
import { countWords, readMessages, type Forms } from './search-words.ts';
import { suggestNames } from './suggest-names.ts';

const HITS_AT_ONCE = 10;
const TYPING_PAUSE = 180;
const SORTS = ['name', 'oldest', 'newest'] as const satisfies readonly SortOrder[];

/** The search page: its words and its frame are in the HTML, this fills them. */
function startSearchPage(root: HTMLElement): void {
  const form = root.querySelector('form');
  const input = root.querySelector<HTMLInputElement>('input[name=q]');
  const status = root.querySelector<HTMLElement>('[data-search-status]');
  const list = root.querySelector<HTMLElement>('[data-search-results]');
  const more = root.querySelector<HTMLButtonElement>('[data-search-more]');
  const retry = root.querySelector<HTMLButtonElement>('[data-search-retry]');
  const widen = root.querySelector<HTMLButtonElement>('[data-search-clear]');
  const help = root.querySelector<HTMLElement>('[data-search-help]');
  if (!form || !input || !status || !list || !more || !retry || !widen || !help) return;
  const language = document.documentElement.lang;
  const message = readMessages(root);
  const filters = createFilters(form, { language, message, onChange: () => ask('push') });
  if (!filters) return;

  const load = openSiteIndex(root.dataset['index'] ?? '/pagefind/');
  const kindNames = new Map(Object.entries(JSON.parse(root.dataset['kinds'] ?? '{}') as Record<string, string>));
  const count = (name: string, number: number): string =>
    countWords(JSON.parse(root.dataset[name] ?? '""') as Forms, number, language);

  // Answers come in any order; only that to the last question is shown.
  let question = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Puts items into the list and says how many there are; `next` brings those that follow. */
  const put = (items: readonly HTMLElement[], from: number, total: number, next: () => Promise<void>): void => {
    if (from === 0) list.replaceChildren(...items);
    else {
      list.append(...items);
      items[0]?.querySelector('a')?.focus();
    }
    more.hidden = total <= from + HITS_AT_ONCE;
    const asked = question;
    more.onclick = () => void next().catch(fail(asked));
  };

  const showHits = async (findings: Findings, from: number, asked: number): Promise<void> => {
    const hits = await findings.hits(from, from + HITS_AT_ONCE);
    if (asked !== question) return;
    const next = (): Promise<void> => showHits(findings, from + HITS_AT_ONCE, asked);
    put(
      hits.map((hit) => drawHit(hit, kindNames)),
      from,
      findings.count,
      next,
    );
    status.textContent = count('forms', findings.count);
  };

  const showPages = async (findings: Findings, from: number, asked: number): Promise<void> => {
    const { count: total, pages } = await findings.byPage();
    const found = await pages(from, from + HITS_AT_ONCE);
    if (asked !== question) return;
    const next = (): Promise<void> => showPages(findings, from + HITS_AT_ONCE, asked);
    put(found.map(drawPage), from, total, next);
    status.textContent = `${count('forms', findings.count)} · ${count('pageForms', total)}`;
  };

  /** The first result of a page, and a button that brings the others. */
  const drawPage = ({ hit, others, readOthers }: FoundPage): HTMLElement => {
    const item = drawHit(hit, kindNames);
    if (others === 0) return item;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'search-others';
    button.textContent = count('otherForms', others);
    const asked = question;
    button.addEventListener('click', () => {
      void readOthers()
        .then((hits) => {
          const inner = document.createElement('ol');
          inner.append(...hits.map((one) => drawHit(one, kindNames)));
          button.replaceWith(inner);
          inner.querySelector('a')?.focus();
        })
        .catch(fail(asked));
    });
    item.append(button);
    return item;
  };

  const fail =
    (asked: number) =>
    (error: unknown): void => {
      // The index may be unreachable: the reader is told, and whoever looks into the console learns why.
      console.error(error);
      if (asked !== question) return;
      list.replaceChildren();
      help.replaceChildren();
      more.hidden = true;
      retry.hidden = false;
      status.textContent = message(navigator.onLine ? 'error' : 'offline');
    };

  const run = async (state: SearchState): Promise<void> => {
    question += 1;
    const asked = question;
    const isCurrent = (): boolean => asked === question;
    widen.hidden = !isFiltered(state);
    if (state.query === '' && !isFiltered(state)) {
      more.hidden = true;
      retry.hidden = true;
      help.replaceChildren();
      list.replaceChildren();
      status.textContent = '';
      filters.clear();
      return;
    }
    // What was found stays in sight until the next answer, so that typing does not flicker.
    if (list.children.length === 0) status.textContent = message('loading');
    try {
      const index = await load();
      const findings = await searchDocuments(index, {
        query: state.query,
        language,
        filters: { kind: state.kind, article: state.article, ...state.facets },
        years: { from: readYear(state.from), to: readYear(state.to) },
        sort: SORTS.find((sort) => sort === state.sort) ?? 'relevance',
      });
      await (state.group === 'page' ? showPages : showHits)(findings, 0, asked);
      if (!isCurrent()) return;
      retry.hidden = true;
      help.replaceChildren(...(findings.count === 0 ? explainNothing(findings, index, state) : []));
      await filters.show(index, findings, isCurrent);
    } catch (error) {
      fail(asked)(error);
    }
  };

  const explainNothing = ({ query }: Findings, index: SearchIndex, state: SearchState): readonly HTMLElement[] => {
    status.textContent = message(isFiltered(state) ? 'empty-filtered' : 'empty');
    return drawHelp({
      message,
      read: query.normal,
      near: suggestNames(query.terms, index.vocabulary),
      toHref: (name) => location.pathname + writeSearchAddress({ ...NOTHING_ASKED, query: name }),
      browseHref: '#browse_title',
    });
  };

  const readState = (): SearchState => ({ ...filters.read(), query: input.value.trim() });
  const ask = (keep: 'replace' | 'push'): void => {
    clearTimeout(timer);
    const state = readState();
    const address = location.pathname + writeSearchAddress(state);
    if (keep === 'push' && address !== location.pathname + location.search) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void run(state);
  };
  const readAddress = (): void => {
    const state = readSearchAddress(location.search);
    input.value = state.query;
    filters.write(state);
    void run(readState());
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask('push');
  });
  retry.addEventListener('click', () => {
    status.textContent = message('loading');
    ask('replace');
  });
  widen.addEventListener('click', () => {
    const { sort, group } = filters.read();
    filters.write({ ...NOTHING_ASKED, sort, group });
    ask('push');
    input.focus();
  });
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask('replace'), TYPING_PAUSE);
  });
  input.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
  window.addEventListener('popstate', readAddress);
  // A reader who is connected again need not ask again.
  window.addEventListener('online', () => {
    if (!retry.hidden) ask('replace');
  });
  root.hidden = false;
  for (const hint of document.querySelectorAll<HTMLElement>('[data-search-fallback]')) hint.hidden = true;
  const refine = root.querySelector('details');
  // A small screen shows the results first.
  if (refine && matchMedia('(max-width: 40rem)').matches) refine.open = isFiltered(readSearchAddress(location.search));
  readAddress();
  if (input.value === '') input.focus();
}

function readYear(text: string): number | undefined {
  return /^-?\d+$/.test(text) ? Number(text) : undefined;
}

document.querySelectorAll<HTMLElement>('[data-search]').forEach(startSearchPage);
