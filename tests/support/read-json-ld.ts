import jsonld, { type NodeObject, type Options } from 'jsonld';
import type { RemoteDocument } from 'jsonld/jsonld-spec.js';
import type { BuiltPage } from './built-site.ts';
import { findAllByTag } from './html.ts';

/** The part of schema.org's own context that says which values are addresses; nothing is fetched. */
const CONTEXT = {
  '@vocab': 'http://schema.org/',
  ...Object.fromEntries(
    ['url', 'sameAs', 'item', 'citation', 'isBasedOn', 'archivedAt', 'license'].map((name) => [
      name,
      { '@type': '@id' },
    ]),
  ),
};

const loadDocument = (url: string): Promise<RemoteDocument> =>
  url === 'https://schema.org'
    ? Promise.resolve({ contextUrl: undefined, documentUrl: url, document: { '@context': CONTEXT } })
    : Promise.reject(new Error(`JSON-LD asks for ${url}.`));

/** Every statement of a page's data, as a parser that is not ours reads it: lines of N-Quads. */
export async function readStatements(page: BuiltPage): Promise<readonly string[]> {
  const [data, ...more] = readData(page);
  if (data === undefined || more.length > 0) throw new Error(`${page.path} has ${more.length + 1} blocks of data.`);
  // Unknown terms, values that are dropped and addresses that are none are errors here.
  const options = { documentLoader: loadDocument, format: 'application/n-quads', safe: true } as Options.ToRdf;
  const quads = (await jsonld.toRDF(data, options)) as unknown as string;
  return quads.split('\n').filter(Boolean);
}

/** The blocks of data in a page. */
export function readData({ root }: BuiltPage): readonly NodeObject[] {
  return findAllByTag(root, 'script')
    .filter(({ attributes }) => attributes['type'] === 'application/ld+json')
    .map(({ text }) => JSON.parse(text) as NodeObject);
}
