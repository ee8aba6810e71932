import { toShelf } from '../../graph/find-shelf.ts';
import styles from '../../styles/preview.css?url';
import type { EntityPreview, EvidencePreview, PreviewFile, PreviewText } from '../models/preview-file.ts';

/** Links whose pages can be looked at without leaving this one. */
const LINKS =
  ':is(a.entity, a.stat, a.cite, sup.cite a, .note-claims a, .conflicts a, .measure-value a, .series a, .picture a)';
/** Milliseconds of staying that show an intent, and of being away that end it. */
const INTENT = 300;
const LEAVE = 250;
/** Pixels between a card and its link, and between a card and the edge of the window. */
const GAP = 8;
const EDGE = 12;
const LEAST_HEIGHT = 120;

type Build = (tag: string, name: string, ...content: (Node | string)[]) => HTMLElement;

/** Shows what stands behind a link while it is pointed at, focused or tapped. Without a script the link is a link. */
function startPreviews(folder: string, shelves: number): void {
  const card = make('aside', 'preview');
  card.id = 'preview_card';
  card.popover = 'manual';
  document.body.append(card);
  const files = new Map<number, Promise<PreviewFile | undefined>>();
  let shown: HTMLAnchorElement | undefined;
  let wanted: HTMLAnchorElement | undefined;
  let look: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  // Addresses may be relative and name their file: so they are in a copy that is opened from a disk.
  const toAddress = (address: string): string => new URL(address, document.baseURI).href;
  const root = toAddress(folder).slice(0, -'previews/'.length);
  const toKey = (link: HTMLAnchorElement): string =>
    toAddress(link.getAttribute('href') ?? '')
      .slice(root.length)
      .replace(/(^|\/)index\.html(?=#|$)/, '$1');

  const load = (link: HTMLAnchorElement): Promise<PreviewFile | undefined> => {
    const shelf = toShelf(findEntity(toKey(link)), shelves);
    const known = files.get(shelf);
    if (known) return known;
    const file = Promise.all([fetch(`${folder}${shelf}.json`), (look ??= addStyles())])
      .then(([response]) => (response.ok ? (response.json() as Promise<PreviewFile>) : undefined))
      // Without the file every link is still a link.
      .catch(() => undefined);
    files.set(shelf, file);
    return file;
  };

  const close = (): void => {
    clearTimeout(timer);
    wanted = undefined;
    shown?.removeAttribute('aria-describedby');
    shown = undefined;
    card.hidePopover();
  };

  const open = async (link: HTMLAnchorElement, at: { x: number; y: number } | undefined): Promise<boolean> => {
    const found = await load(link);
    if (wanted !== link) return true;
    const content = found && draw(found, link, toKey(link));
    if (!content) return false;
    shown?.removeAttribute('aria-describedby');
    shown = link;
    card.replaceChildren(...content.parts);
    card.dataset.kind = content.kind;
    card.showPopover();
    place(card, link, at);
    link.setAttribute('aria-describedby', card.id);
    return true;
  };

  const plan = (link: HTMLAnchorElement, at?: { x: number; y: number }): void => {
    clearTimeout(timer);
    wanted = link;
    if (link === shown) return;
    void load(link);
    timer = setTimeout(() => void open(link, at), INTENT);
  };

  const leave = (): void => {
    clearTimeout(timer);
    timer = setTimeout(close, LEAVE);
  };

  document.addEventListener('pointerover', ({ target, pointerType, clientX: x, clientY: y }) => {
    if (pointerType === 'touch') return;
    const link = findLink(target);
    if (link) plan(link, { x, y });
    else if (card.contains(target as Node)) clearTimeout(timer);
    else if ((shown ?? wanted) && !shown?.matches(':focus-visible')) leave();
  });
  document.documentElement.addEventListener('pointerleave', leave);
  document.addEventListener('focusin', ({ target }) => {
    const link = findLink(target);
    if (link?.matches(':focus-visible')) plan(link);
    else if (shown && !card.contains(target as Node)) leave();
  });
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (findLink(target) && relatedTarget === null) leave();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !(shown ?? wanted)) return;
    if (shown) event.preventDefault();
    if (card.contains(document.activeElement)) shown?.focus();
    close();
  });
  document.addEventListener('click', (event) => {
    const link = findLink(event.target);
    if (!link) {
      if (shown && !card.contains(event.target as Node)) close();
      return;
    }
    const isTap = event.pointerType === 'touch';
    if (!isTap || link === shown || event.defaultPrevented) return;
    event.preventDefault();
    clearTimeout(timer);
    wanted = link;
    void open(link, { x: event.clientX, y: event.clientY }).then((isShown) => {
      if (!isShown) location.assign(link.getAttribute('href') ?? '');
    });
  });
  card.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement) close();
  });
  window.addEventListener('pagehide', close);
  window.addEventListener('beforeprint', close);
}

/** The card's own, which no page needs before a card is asked for. */
function addStyles(): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = styles;
    link.onload = link.onerror = () => {
      resolve();
    };
    document.head.append(link);
  });
}

function findLink(target: EventTarget | null): HTMLAnchorElement | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>(`main ${LINKS}[href]`) : null;
  return link ?? undefined;
}

/** The entity whose page, claim or words an address leads to: `kind/slug/#claim`, or `articles/slug/#kind.slug.claim`. */
function findEntity(key: string): string {
  const [path = '', fragment = ''] = key.split('#');
  return path.startsWith('articles/') ? fragment.split('.').slice(0, 2).join('/') : path.replace(/\/$/, '');
}

function draw(file: PreviewFile, link: HTMLAnchorElement, key: string): { kind: string; parts: Node[] } | undefined {
  const entity = Object.hasOwn(file.entities, key) ? file.entities[key] : undefined;
  if (entity) return { kind: entity.kind, parts: drawEntity(file, entity, link) };
  const evidence = Object.hasOwn(file.evidence, key) ? file.evidence[key] : undefined;
  return evidence && { kind: 'passage', parts: drawEvidence(file, evidence, link) };
}

function drawEntity({ kinds, words }: PreviewFile, entity: EntityPreview, link: HTMLAnchorElement): Node[] {
  const [before, figure, after, unit] = entity.figure ?? [];
  return [
    make('p', 'preview-title', write('bdi', entity.label)),
    make('p', 'kind-tag', write('bdi', kinds[entity.kind] ?? '')),
    ...(figure === undefined
      ? []
      : [
          make(
            'p',
            'preview-figure',
            `${before ?? ''} `,
            write('bdi', figure),
            ' ',
            write('bdi', unit ?? ''),
            ` ${after ?? ''}`,
          ),
        ]),
    ...(entity.summary === undefined ? [] : [write('p', entity.summary)]),
    makeLink(words.open, link),
  ];
}

function drawEvidence(file: PreviewFile, { claim, place, marks }: EvidencePreview, link: HTMLAnchorElement): Node[] {
  const [title, passage] = file.places[place] ?? ['', ''];
  return [
    make('p', 'preview-title', claim ?? link.textContent.replace(/\s+/g, ' ').trim()),
    make('p', 'kind-tag', file.words.evidence),
    ...marks.map(([index = 0, ...ranges]) => markWords(file.sentences[index] ?? '', ranges)),
    make('p', 'count', write('cite', title), ' · ', passage),
    makeLink(file.words.place, link),
  ];
}

function markWords(sentence: PreviewText, ranges: readonly number[]): HTMLElement {
  const quote = write('q', sentence);
  const text = quote.textContent;
  quote.className = 'sentence';
  quote.replaceChildren();
  let at = 0;
  for (let index = 0; index < ranges.length; index += 2) {
    const [start = 0, end = 0] = ranges.slice(index, index + 2);
    quote.append(text.slice(at, start), make('mark', '', text.slice(start, end)));
    at = end;
  }
  quote.append(text.slice(at));
  return quote;
}

/** It leads where the link of the card itself leads, so a keyboard does not stop at it. */
function makeLink(words: string, from: HTMLAnchorElement): HTMLElement {
  const link = make('a', '', words);
  link.setAttribute('href', from.getAttribute('href') ?? '');
  link.tabIndex = -1;
  return make('p', 'preview-open', link);
}

const make: Build = (tag, name, ...content) => {
  const element = document.createElement(tag);
  if (name !== '') element.className = name;
  element.append(...content);
  return element;
};

function write(tag: string, words: PreviewText): HTMLElement {
  const [text, lang, dir] = typeof words === 'string' ? [words] : words;
  const element = make(tag, '', text);
  if (lang !== undefined) element.lang = lang;
  if (dir !== undefined) element.dir = dir;
  return element;
}

/** Below the line of the link that was pointed at, or above it where there is more room; never upon the link. */
function place(card: HTMLElement, link: HTMLAnchorElement, at: { x: number; y: number } | undefined): void {
  const lines = [...link.getClientRects()];
  const line =
    lines.find(({ top, bottom }) => at !== undefined && at.y >= top - 1 && at.y <= bottom + 1) ??
    link.getBoundingClientRect();
  const { top, bottom } = link.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const below = height - bottom - GAP - EDGE;
  const above = top - GAP - EDGE;
  card.style.maxBlockSize = '';
  const isBelow = card.offsetHeight <= below || below >= above;
  card.style.maxBlockSize = `${Math.max(isBelow ? below : above, LEAST_HEIGHT)}px`;
  const isRightToLeft = getComputedStyle(link).direction === 'rtl';
  const start = isRightToLeft ? line.right - card.offsetWidth : line.left;
  const x = Math.min(Math.max(start, EDGE), Math.max(EDGE, width - card.offsetWidth - EDGE));
  const y = isBelow ? bottom + GAP : top - GAP - card.offsetHeight;
  card.style.left = `${x + scrollX}px`;
  card.style.top = `${y + scrollY}px`;
}

const { previews, shelves } = document.body.dataset;
if (previews !== undefined && 'popover' in document.body) startPreviews(previews, Number(shelves));
