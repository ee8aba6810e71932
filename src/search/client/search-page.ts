import { readSearchAddress, writeSearchAddress, type SearchState } from '../search-address.ts';
import { drawHit } from './draw-hit.ts';
import { openSiteIndex } from './open-site-index.ts';
import { searchDocuments, type Findings } from './search-documents.ts';
import type { SearchIndex } from './search-index.ts';
import { countWords, readMessages, writeNumber, type Forms } from './search-words.ts';
import { suggestNames } from './suggest-names.ts';
import type { Hit } from './to-hit.ts';

const HITS_AT_ONCE = 10;
/** So many are looked at when one of each page is wanted. */
const GROUPED = 60;
const TYPING_PAUSE = 180;
const FILTERS = ['kind', 'article'] as const;

/** The search page: its words and its frame are in the HTML, this fills them. */
function startSearchPage(root: HTMLElement): void {
  const form = root.querySelector('form');
  const input = root.querySelector('input');
  const status = root.querySelector<HTMLElement>('[data-search-status]');
  const list = root.querySelector<HTMLElement>('[data-search-results]');
  const more = root.querySelector<HTMLButtonElement>('[data-search-more]');
  const retry = root.querySelector<HTMLButtonElement>('[data-search-retry]');
  const help = root.querySelector<HTMLElement>('[data-search-help]');
  const group = root.querySelector<HTMLInputElement>('[data-search-group]');
  const from = root.querySelector<HTMLInputElement>('input[name=from]');
  const to = root.querySelector<HTMLInputElement>('input[name=to]');
  if (!form || !input || !status || !list || !more || !retry || !help || !group || !from || !to) return;
  const selects = new Map(
    FILTERS.flatMap((name) => {
      const select = root.querySelector<HTMLSelectElement>(`select[name=${name}]`);
      return select === null ? [] : [[name, select] as const];
    }),
  );

  const language = document.documentElement.lang;
  const load = openSiteIndex(root.dataset['index'] ?? '/pagefind/');
  const names = new Map([...selects].map(([name, select]) => [name, readOptions(select)]));
  const kindNames = new Map(Object.entries(JSON.parse(root.dataset['kinds'] ?? '{}') as Record<string, string>));
  const forms = JSON.parse(root.dataset['forms'] ?? '""') as Forms;
  const message = readMessages(root);

  // Answers come in any order; only that to the last question is shown.
  let question = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = async (findings: Findings, from: number, asked: number): Promise<void> => {
    const hits = group.checked
      ? groupByPage(await findings.hits(0, GROUPED))
      : await findings.hits(from, from + HITS_AT_ONCE);
    if (asked !== question) return;
    const items = hits.map((hit) => drawHit(hit, kindNames));
    if (from === 0) list.replaceChildren(...items);
    else list.append(...items);
    if (from > 0) items[0]?.querySelector('a')?.focus();
    const next = from + HITS_AT_ONCE;
    more.hidden = group.checked || findings.count <= next;
    more.onclick = () => void show(findings, next, asked).catch(fail(asked));
    status.textContent = countWords(forms, group.checked ? hits.length : findings.count, language);
  };

  const fail =
    (asked: number) =>
    (error: unknown): void => {
      // The index may be unreachable: the reader is told, and whoever looks into the console learns why.
      console.error(error);
      if (asked !== question) return;
      list.replaceChildren();
      more.hidden = true;
      retry.hidden = false;
      status.textContent = message('error');
    };

  const clear = (): void => {
    more.hidden = true;
    retry.hidden = true;
    help.replaceChildren();
  };

  const run = async (state: SearchState): Promise<void> => {
    question += 1;
    const asked = question;
    if (state.query === '') {
      clear();
      list.replaceChildren();
      status.textContent = '';
      showCounts(undefined);
      return;
    }
    // What was found stays in sight until the next answer, so that typing does not flicker.
    if (list.children.length === 0) status.textContent = message('loading');
    try {
      const index = await load();
      const findings = await searchDocuments(index, {
        query: state.query,
        language,
        filters: { kind: state.kind, article: state.article },
        years: { from: readYear(state.from), to: readYear(state.to) },
      });
      if (asked !== question) return;
      clear();
      await show(findings, 0, asked);
      if (asked !== question) return;
      if (findings.count === 0) showHelp(findings, index);
      const counts = new Map(
        await Promise.all([...selects.keys()].map(async (name) => [name, await findings.countBy(name)] as const)),
      );
      if (asked === question) showCounts(counts);
    } catch (error) {
      fail(asked)(error);
    }
  };

  /** Never an empty screen: what was read, and what may have been meant. */
  const showHelp = ({ query }: Findings, index: SearchIndex): void => {
    status.textContent = message('empty');
    const lines: Node[] = [];
    if (query.normal !== '') {
      const line = document.createElement('p');
      const read = document.createElement('bdi');
      read.textContent = query.normal;
      line.append(`${message('read-as')} `, read);
      lines.push(line);
    }
    const near = suggestNames(query.terms, index.vocabulary);
    if (near.length > 0) {
      const line = document.createElement('p');
      line.append(`${message('near')} `);
      near.forEach((name, at) => {
        const link = document.createElement('a');
        link.href =
          location.pathname + writeSearchAddress({ query: name, kind: '', article: '', from: '', to: '', group: '' });
        const word = document.createElement('bdi');
        word.textContent = name;
        link.append(word);
        line.append(at === 0 ? '' : ' · ', link);
      });
      lines.push(line);
    }
    const browse = document.createElement('p');
    const link = document.createElement('a');
    link.href = '#browse_title';
    link.textContent = message('browse');
    browse.append(link);
    lines.push(browse);
    help.replaceChildren(...lines);
  };

  const showCounts = (counts: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined): void => {
    for (const [name, select] of selects) {
      for (const option of select.options) {
        const count = counts?.get(name)?.get(option.value);
        const plain = names.get(name)?.get(option.value) ?? option.value;
        option.textContent =
          counts === undefined || option.value === '' ? plain : `${plain} (${writeNumber(count ?? 0, language)})`;
      }
    }
  };

  const state = (): SearchState => ({
    query: input.value.trim(),
    kind: selects.get('kind')?.value ?? '',
    article: selects.get('article')?.value ?? '',
    from: from.value.trim(),
    to: to.value.trim(),
    group: group.checked ? 'page' : '',
  });
  const address = (): string => location.pathname + writeSearchAddress(state());
  const ask = (keep: 'replace' | 'push'): void => {
    clearTimeout(timer);
    if (keep === 'push' && address() !== location.pathname + location.search) history.pushState(null, '', address());
    else history.replaceState(null, '', address());
    void run(state());
  };
  const readAddress = (): void => {
    const asked = readSearchAddress(location.search);
    input.value = asked.query;
    group.checked = asked.group === 'page';
    from.value = asked.from;
    to.value = asked.to;
    for (const [name, select] of selects) select.value = names.get(name)?.has(asked[name]) === true ? asked[name] : '';
    void run(state());
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask('push');
  });
  for (const select of selects.values()) select.addEventListener('change', () => ask('push'));
  for (const field of [group, from, to]) field.addEventListener('change', () => ask('push'));
  retry.addEventListener('click', () => ask('replace'));
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask('replace'), TYPING_PAUSE);
  });
  input.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
  window.addEventListener('popstate', readAddress);
  root.hidden = false;
  for (const hint of document.querySelectorAll<HTMLElement>('[data-search-fallback]')) hint.hidden = true;
  readAddress();
  if (input.value === '') input.focus();
}

function readOptions(select: HTMLSelectElement): ReadonlyMap<string, string> {
  return new Map([...select.options].map(({ value, text }) => [value, text]));
}

function readYear(text: string): number | undefined {
  return /^-?\d+$/.test(text) ? Number(text) : undefined;
}

/** The best of each page. */
function groupByPage(hits: readonly Hit[]): readonly Hit[] {
  const pages = Map.groupBy(hits, ({ href }) => href.replace(/#.*$/s, ''));
  return [...pages.values()].flatMap((own) => own.slice(0, 1));
}

document.querySelectorAll<HTMLElement>('[data-search]').forEach(startSearchPage);
