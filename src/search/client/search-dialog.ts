import { NOTHING_ASKED, writeSearchAddress } from '../search-address.ts';
import { drawHelp } from './draw-help.ts';
import { drawExcerpt, followWith, isolate } from './draw-hit.ts';
import type { SearchIndex } from './search-index.ts';
import { countWords, readMessages, type Forms } from './search-words.ts';
import type { Hit } from './to-hit.ts';

const SHOWN = 8;
const TYPING_PAUSE = 120;

/** Makes the search box work. What it needs to search is fetched when it opens. Returns what opens it with words already typed. */
export function startSearchDialog(dialog: HTMLDialogElement): (typed: string) => void {
  const form = dialog.querySelector('form');
  const input = dialog.querySelector('input');
  const list = dialog.querySelector<HTMLElement>('[role=listbox]');
  const status = dialog.querySelector<HTMLElement>('[role=status]');
  const help = dialog.querySelector<HTMLElement>('[data-search-help]');
  const retry = dialog.querySelector<HTMLButtonElement>('[data-search-retry]');
  if (!form || !input || !list || !status || !help || !retry) throw new Error('The search box lacks a part.');
  const language = document.documentElement.lang;
  const searchPage = form.action;
  const message = readMessages(dialog);
  const forms = JSON.parse(dialog.dataset['forms'] ?? '""') as Forms;
  const kindNames = new Map(Object.entries(JSON.parse(dialog.dataset['kinds'] ?? '{}') as Record<string, string>));

  let hits: readonly Hit[] = [];
  let chosen = -1;
  let question = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let engine: Promise<Searcher> | undefined;
  const load = (): Promise<Searcher> =>
    (engine ??= loadSearcher(dialog.dataset['index'] ?? '/pagefind/').catch((error: unknown) => {
      engine = undefined;
      throw error;
    }));

  const choose = (at: number): void => {
    chosen = at;
    [...list.children].forEach((option, number) => option.setAttribute('aria-selected', String(number === at)));
    const option = list.children[at];
    if (option === undefined) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  };
  const show = (found: readonly Hit[]): void => {
    hits = found;
    retry.hidden = true;
    help.replaceChildren();
    list.replaceChildren(...hits.map((hit, at) => drawOption(hit, at, kindNames, () => follow(hit))));
    list.hidden = hits.length === 0;
    input.setAttribute('aria-expanded', String(hits.length > 0));
    choose(-1);
  };
  const follow = (hit: Hit): void => {
    const address = new URL(followWith(hit), location.href);
    dialog.close();
    // Nothing else tells a page that its reader was led to where the address already is.
    if (address.href === location.href) window.dispatchEvent(new HashChangeEvent('hashchange'));
    location.assign(address);
  };
  const run = async (query: string): Promise<void> => {
    question += 1;
    const asked = question;
    if (query === '') {
      show([]);
      status.textContent = '';
      return;
    }
    if (hits.length === 0) status.textContent = message('loading');
    try {
      const { searchDocuments, suggestNames, openIndex } = await load();
      const index = await openIndex();
      const findings = await searchDocuments(index, { query, language, filters: {} });
      const found = await findings.hits(0, SHOWN);
      if (asked !== question) return;
      show(found);
      status.textContent = findings.count === 0 ? message('empty') : countWords(forms, findings.count, language);
      if (findings.count > 0) return;
      help.replaceChildren(
        ...drawHelp({
          message,
          read: findings.query.normal,
          near: suggestNames(findings.query.terms, index.vocabulary),
          toHref: (name) => searchPage + writeSearchAddress({ ...NOTHING_ASKED, query: name }),
          browseHref: `${searchPage}#browse_title`,
        }),
      );
    } catch (error) {
      console.error(error);
      if (asked !== question) return;
      show([]);
      retry.hidden = false;
      status.textContent = message(navigator.onLine ? 'error' : 'offline');
    }
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(input.value.trim()), TYPING_PAUSE);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && hits.length > 0) {
      event.preventDefault();
      const count = hits.length + 1;
      // One place more than there are results: the box itself.
      choose(((chosen + 1 + step + count) % count) - 1);
    }
  });
  retry.addEventListener('click', () => {
    status.textContent = message('loading');
    input.focus();
    void run(input.value.trim());
  });
  form.addEventListener('submit', (event) => {
    const hit = hits[chosen];
    if (hit === undefined) return;
    event.preventDefault();
    follow(hit);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return (typed) => {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    void load()
      .then(({ openIndex }) => openIndex())
      .catch(() => undefined);
    const [words = '', isSent] = typed.split('\n', 2);
    if (words === '') return;
    input.value = words;
    if (isSent === undefined) input.dispatchEvent(new Event('input'));
    else form.requestSubmit();
  };
}

interface Searcher {
  readonly searchDocuments: typeof import('./search-documents.ts').searchDocuments;
  readonly suggestNames: typeof import('./suggest-names.ts').suggestNames;
  readonly openIndex: () => Promise<SearchIndex>;
}

async function loadSearcher(folder: string): Promise<Searcher> {
  const [{ searchDocuments }, { suggestNames }, { openSiteIndex }] = await Promise.all([
    import('./search-documents.ts'),
    import('./suggest-names.ts'),
    import('./open-site-index.ts'),
  ]);
  return { searchDocuments, suggestNames, openIndex: openSiteIndex(folder) };
}

function drawOption(hit: Hit, at: number, kindNames: ReadonlyMap<string, string>, follow: () => void): HTMLElement {
  const option = document.createElement('li');
  option.id = `_search-option-${String(at)}`;
  option.role = 'option';
  option.dataset['kind'] = hit.kind;
  option.setAttribute('aria-selected', 'false');
  const title = document.createElement('span');
  title.className = 'search-option-title';
  title.append(isolate(hit.title));
  const kind = document.createElement('span');
  kind.className = 'kind-name';
  kind.append(isolate(kindNames.get(hit.kind) ?? hit.kind));
  option.append(title, ' ', kind, drawExcerpt(hit, 'span'));
  option.addEventListener('click', follow);
  return option;
}
