import type { BuiltPage } from './built-site.ts';
import { findAll, findAllByClass, findAllByTag, findAround, findById, hasClass, type HtmlElement } from './html.ts';

/** The passages of an article's page, in reading order. */
export function findPassages({ root }: BuiltPage): HtmlElement[] {
  const [body] = findAllByClass(root, 'article-body');
  return body === undefined ? [] : findAll(body, ({ attributes }) => attributes['data-passage'] !== undefined);
}

/**
 * The elements that together hold the words of one piece of evidence: the one with the anchor as its id, and those that
 * carry the same number, in whatever passage they stand.
 */
export function findPieces({ root }: BuiltPage, anchor: string): HtmlElement[] {
  const first = findById(root, anchor);
  if (first === undefined) return [];
  const number = first.attributes['data-range'];
  if (number === undefined) return [first];
  return findAll(root, ({ attributes }) => (attributes['data-range'] ?? '').split(' ').includes(number));
}

/** Id of the passage around an element. */
export function findPassageId(element: HtmlElement): string | undefined {
  return findAround(element, ({ attributes }) => attributes['data-passage'] !== undefined)?.attributes['data-passage'];
}

export interface MarginNote {
  /** Passages of the block that it stands beside. */
  readonly passages: readonly string[];
  /** Address of the claim. */
  readonly claim: string;
  /** Address of the words that the claim rests on. */
  readonly words: string;
}

/** What the margins of an article say rests on it. */
export function listNotes({ root }: BuiltPage): MarginNote[] {
  return findAllByClass(root, 'row').flatMap((row) => {
    const passages = findAll(row, ({ attributes }) => attributes['data-passage'] !== undefined);
    return findAllByClass(row, 'note-claims').flatMap((list) =>
      list.children.map((note) => {
        const links = findAllByTag(note, 'a').filter((link) => !hasClass(link, 'entity'));
        return {
          passages: passages.map(({ attributes }) => attributes['data-passage'] ?? ''),
          claim: links.find((link) => !hasClass(link, 'to-words'))?.attributes.href ?? '',
          words: links.find((link) => hasClass(link, 'to-words'))?.attributes.href ?? '',
        };
      }),
    );
  });
}

/** Id of the element that an address leads to. */
export function readFragment(address: string): string {
  return decodeURIComponent(address.slice(address.indexOf('#') + 1));
}

/** The links to entities in an element: names as the text writes them. */
export function listEntityLinks(element: HtmlElement): string[] {
  return findAll(element, (one) => one.tag === 'a' && hasClass(one, 'entity')).map(
    ({ attributes }) => attributes.href ?? '',
  );
}
