/** How many pages are suggested, and how unlike the address they may be, as a share of its letters. */
const MOST = 5;
const FARTHEST = 0.5;

/** Tells that there is no page in the language of the address, and suggests pages. */
async function explainMissing(section: HTMLElement): Promise<void> {
  const homes = JSON.parse(section.dataset.homes ?? '[]') as readonly string[];
  await suggestPages(await findTranslated(section, findHome(homes)), findHome(homes));
}

/**
 * Most hosts have one page for whatever is missing. Where it is not in the language that was asked for, what that
 * language's own page says is put in its place.
 */
async function findTranslated(section: HTMLElement, home: string): Promise<HTMLElement> {
  const isOther = [...document.querySelectorAll<HTMLAnchorElement>('.in-other-language a')].some(
    ({ pathname }) => pathname === home,
  );
  const page = isOther ? await fetchDocument(`${home}404/`) : undefined;
  const [own, other] = [document.querySelector('main'), page?.querySelector('main')];
  const translated = other?.querySelector<HTMLElement>('[data-homes]');
  if (!page || !own || !other || !translated) return section;
  const { lang, dir } = page.documentElement;
  Object.assign(other, { lang, dir });
  own.replaceWith(document.adoptNode(other));
  document.title = page.title;
  return translated;
}

/**
 * Where an address leads nowhere: the pages whose addresses are most like it. They are read from the index of the folder
 * that was asked for, or from the index of everything, which are pages for readers too.
 */
async function suggestPages(section: HTMLElement, home: string): Promise<void> {
  const list = section.querySelector('ul');
  const wanted = readPath(location.pathname);
  const slug = wanted.at(-1) ?? '';
  if (!list || slug === '') return;
  const folder = wanted.at(-2);
  const isOfLanguage = folder === undefined || `${location.origin}${home}`.endsWith(`/${folder}/`);
  const page =
    (isOfLanguage ? undefined : await fetchDocument(`${home}${encodeURIComponent(folder)}/`)) ??
    (await fetchDocument(`${home}index/`));
  if (!page) return;
  const links = [...page.querySelectorAll<HTMLAnchorElement>('main a[href]')].filter(
    ({ origin, hash, pathname }) => origin === location.origin && hash === '' && pathname.startsWith(home),
  );
  const byPath = new Map(links.map((link) => [link.pathname, link]));
  const nearest = [...byPath.values()]
    .map((link) => ({ link, distance: judge(slug, readPath(link.pathname).at(-1) ?? '') }))
    .filter(({ distance }) => distance <= Math.max(2, slug.length * FARTHEST))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST);
  const { lang, dir } = page.documentElement;
  for (const { link } of nearest) {
    const item = document.createElement('li');
    const copy = document.createElement('a');
    copy.href = link.href;
    Object.assign(copy, { lang, dir });
    copy.textContent = link.textContent.trim();
    item.append(copy);
    list.append(item);
  }
  section.hidden = nearest.length === 0;
}

function readPath(path: string): readonly string[] {
  try {
    return decodeURIComponent(path)
      .toLowerCase()
      .split('/')
      .filter((part) => part !== '' && part !== 'index.html');
  } catch {
    // Not an address that anybody wrote.
    return [];
  }
}

/** The home page of the language that was asked for; the longest that the address begins with. */
function findHome(homes: readonly string[]): string {
  const fitting = homes.filter((home) => location.pathname.startsWith(home));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? homes[0] ?? '/';
}

/** As a document, whose scripts do not run; nothing where there is no such page. */
function fetchDocument(address: string): Promise<Document | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onloadend = () => {
      resolve(request.status === 200 ? (request.responseXML ?? undefined) : undefined);
    };
    request.send();
  });
}

/** A name of several words is meant by each of them. */
function judge(wanted: string, slug: string): number {
  return slug.split('-').includes(wanted) ? 1 : measureDistance(wanted, slug);
}

/** How many letters must be put in, taken out or changed (Levenshtein). */
function measureDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

document.querySelectorAll<HTMLElement>('[data-homes]').forEach((section) => void explainMissing(section));
