import { readSearchAddress, writeSearchAddress, type SearchState } from '../search-address.ts';
import { searchSite, type Findings, type Hit, type SearchIndex } from '../search-site.ts';

type Forms = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

const PAGES_AT_ONCE = 10;
const TYPING_PAUSE = 180;

/** The search page: its words and its frame are in the HTML, this fills them. */
function startSearchPage(root: HTMLElement): void {
  const form = root.querySelector('form');
  const input = root.querySelector('input');
  const select = root.querySelector('select');
  const status = root.querySelector<HTMLElement>('[data-search-status]');
  const list = root.querySelector<HTMLElement>('[data-search-results]');
  const more = root.querySelector<HTMLButtonElement>('[data-search-more]');
  if (!form || !input || !select || !status || !list || !more) return;

  const language = document.documentElement.lang;
  const load = rememberOnce(() => loadIndex(root.dataset.index ?? '/pagefind/'));
  const kindNames = new Map([...select.options].map(({ value, text }) => [value, text]));
  kindNames.set('passage', root.dataset.passageKind ?? '');
  const counts = JSON.parse(root.dataset.forms ?? '""') as Forms;
  const message = (name: string): string =>
    root.querySelector<HTMLTemplateElement>(`template[data-message=${name}]`)?.content.textContent ?? '';

  // Answers come in any order; only that to the last question is shown.
  let question = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = async (findings: Findings, from: number, asked: number): Promise<void> => {
    const hits = await findings.hits(from, from + PAGES_AT_ONCE);
    if (asked !== question) return;
    const items = hits.map((hit) => drawHit(hit, kindNames));
    if (from === 0) list.replaceChildren(...items);
    else list.append(...items);
    if (from > 0) items[0]?.querySelector('a')?.focus();
    const next = from + PAGES_AT_ONCE;
    more.hidden = findings.pages <= next;
    more.onclick = () => void show(findings, next, asked);
    const shown = list.children.length;
    status.textContent =
      shown === 0
        ? message('empty')
        : countWords(counts, more.hidden ? shown : Math.max(shown, findings.pages), language);
  };

  const run = async (state: SearchState): Promise<void> => {
    question += 1;
    const asked = question;
    more.hidden = true;
    if (state.query === '') {
      list.replaceChildren();
      status.textContent = '';
      return;
    }
    status.textContent = message('loading');
    try {
      const findings = await searchSite(await load(), state);
      if (asked === question) await show(findings, 0, asked);
    } catch (error) {
      // The index may be unreachable: the reader is told, and whoever looks into the console learns why.
      console.error(error);
      if (asked !== question) return;
      list.replaceChildren();
      status.textContent = message('error');
    }
  };

  const state = (): SearchState => ({ query: input.value.trim(), kind: select.value });
  const address = (): string => location.pathname + writeSearchAddress(state());
  const ask = (keep: 'replace' | 'push'): void => {
    clearTimeout(timer);
    if (keep === 'push' && address() !== location.pathname + location.search) history.pushState(null, '', address());
    else history.replaceState(null, '', address());
    void run(state());
  };
  const readAddress = (): void => {
    const { query, kind } = readSearchAddress(location.search);
    input.value = query;
    select.value = kindNames.has(kind) ? kind : '';
    void run(state());
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask('push');
  });
  select.addEventListener('change', () => ask('push'));
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask('replace'), TYPING_PAUSE);
  });
  input.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
  window.addEventListener('popstate', readAddress);
  root.hidden = false;
  readAddress();
  if (input.value === '') input.focus();
}

async function loadIndex(folder: string): Promise<SearchIndex> {
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as SearchIndex & {
    options(options: Readonly<Record<string, unknown>>): Promise<void>;
    init(): Promise<void>;
  };
  await pagefind.options({ baseUrl: folder.replace(/pagefind\/$/, ''), excerptLength: 28 });
  await pagefind.init();
  return pagefind;
}

function drawHit(hit: Hit, kindNames: ReadonlyMap<string, string>): HTMLElement {
  const item = document.createElement('li');
  item.dataset.kind = hit.kind;
  const link = document.createElement('a');
  link.href = hit.href;
  link.append(isolated(hit.title));
  item.append(link);
  const kind = kindNames.get(hit.kind);
  if (kind !== undefined) {
    const name = document.createElement('span');
    name.className = 'kind-name';
    name.append(isolated(kind));
    item.append(' ', name);
  }
  const excerpt = document.createElement('p');
  excerpt.dir = 'auto';
  if (hit.language !== undefined) excerpt.lang = hit.language;
  for (const { text, isMarked } of hit.excerpt) {
    if (!isMarked) {
      excerpt.append(text);
      continue;
    }
    const mark = document.createElement('mark');
    mark.textContent = text;
    excerpt.append(mark);
  }
  item.append(excerpt);
  return item;
}

function isolated(text: string): HTMLElement {
  const element = document.createElement('bdi');
  element.textContent = text;
  return element;
}

function countWords(forms: Forms, count: number, language: string): string {
  const form =
    typeof forms === 'string' ? forms : (forms[new Intl.PluralRules(language).select(count)] ?? forms.other ?? '');
  return form.replace('{count}', new Intl.NumberFormat(`${language}-u-nu-latn`).format(count));
}

/** Asks once; if that fails, once more the next time. */
function rememberOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask().catch((error: unknown) => {
      answer = undefined;
      throw error;
    });
    return answer;
  };
}

document.querySelectorAll<HTMLElement>('[data-search]').forEach(startSearchPage);
