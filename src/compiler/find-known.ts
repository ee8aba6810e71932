import type { DatabaseSync } from 'node:sqlite';
import { compareText } from '../diagnostic/compare-text.ts';
import { resolveClaim, type Entry } from '../graph/corpus.ts';
import { findBeginnings } from '../mention/name-beginning.ts';
import type { EntityDocument } from '../source/document.ts';
import { toDocumentId } from '../source/document.ts';
import type { Body } from '../text/body.ts';
import type { EntityHead, KnowledgeBase } from './knowledge-base.ts';

/** Documents that a text or its front matter speaks of. */
export interface Referred {
  /** Entities whose label, number or claims it shows, or to which it settles a name. */
  readonly shown: ReadonlySet<string>;
  /** What else it refers to, as far as it is told by its id: `kind/slug`, `articles/slug`, `pages/slug`. */
  readonly linked: ReadonlySet<string>;
}

/** All that a document refers to. What is no document is in neither list: whoever looks it up finds nothing. */
export function listReferred({ document, body }: Entry, languages: readonly string[]): Referred {
  const shown = new Set<string>();
  const linked = new Set<string>();
  for (const { type, target } of body.uses) {
    if (type === 'entity' || type === 'statistic') shown.add(target);
    else if (type === 'claim') shown.add(resolveClaim(target, toDocumentId(document)).replace(/#.*$/, ''));
    else if (type === 'article') linked.add(`articles/${target}`);
    else if (type === 'link') linked.add(toLinked(target, languages));
  }
  for (const { entity } of document.matter.names) shown.add(entity);
  for (const id of document.type === 'page' ? [] : document.matter.formerIds) linked.add(id);
  if (document.type === 'entity') {
    const { fields, statistic } = document.matter;
    for (const value of [...Object.values(fields).flat(), ...document.claims.map((claim) => claim.value)]) {
      if (value.type === 'entity') linked.add(value.entity);
    }
    for (const speaker of [statistic?.saidBy, ...document.claims.map(({ saidBy }) => saidBy)]) {
      if (speaker?.type === 'entity') linked.add(speaker.entity);
    }
  }
  return { shown, linked };
}

/** The document at an address of the site. */
function toLinked(address: string, languages: readonly string[]): string {
  const parts = address
    .replace(/[?#].*$/, '')
    .split('/')
    .filter((part) => part !== '');
  const [first = '', second] = languages.includes(parts[0] ?? '') ? parts.slice(1) : parts;
  return second === undefined ? `pages/${first}` : `${first}/${second}`;
}

/** Entities with a name that a text may hold: those with a name that begins as something in it does. */
export function findBearers(bodies: readonly Body[], database: DatabaseSync): ReadonlySet<string> {
  const beginnings = bodies.flatMap(({ passages }) => passages.flatMap(({ text }) => findBeginnings(text)));
  const statement = database.prepare('SELECT entity FROM naming WHERE word = ? AND next = ?');
  const bearers = new Set<string>();
  for (const key of new Set(beginnings.map(({ word, next }) => JSON.stringify([word, next])))) {
    const [word = '', next = ''] = JSON.parse(key) as readonly string[];
    for (const { entity } of statement.all(word, next)) bearers.add(String(entity));
  }
  return bearers;
}

/** Documents of others that show claims or the number of an entity. */
export function findReliers(entity: string, database: DatabaseSync): readonly string[] {
  const rows = database.prepare('SELECT document FROM reliance WHERE target = ?').all(entity);
  return rows.map(({ document }) => String(document));
}

/** Which of these documents there are, as a corpus names those that it knows by name alone. */
export function findExisting(ids: Iterable<string>, kb: KnowledgeBase): ReadonlySet<string> {
  const existing = new Set<string>();
  for (const id of ids) {
    if (id.startsWith('pages/')) {
      for (const page of kb.pages()) if (`pages/${page.slug}` === id) existing.add(page.id);
    } else if (id.startsWith('articles/')) {
      if (kb.articleHead(id.slice('articles/'.length))) existing.add(id);
    } else if (kb.entityHead(id)) existing.add(id);
  }
  return existing;
}

/** An entity as others see it: its names, its number, the ids of its claims. It has no prose and proves nothing. */
export function toKnownEntry(head: EntityHead, kb: KnowledgeBase, claims: 'named' | 'unnamed'): Entry<EntityDocument> {
  const { id, kind, slug, label, aliases, summary, measure } = head;
  const own = claims === 'named' ? kb.claims(id) : [];
  const value = own.find(({ name }) => name === 'value')?.value;
  const statistic =
    measure !== undefined && value?.type === 'quantity'
      ? { quantity: value.quantity, asOf: 'unknown', measure, status: 'supported' as const, evidence: [] }
      : undefined;
  return {
    document: {
      type: 'entity',
      path: `${id}.mdx`,
      ...{ slug, kind, places: '', claims: [], refusedClaims: own.map(({ name }) => name) },
      matter: { label, aliases, summary, sameAs: {}, formerIds: [], names: [], fields: {}, statistic },
    },
    body: { passages: [], uses: [] },
  };
}

/** Orders entities as the content folder lists their files: of two names written alike the first decides. */
export function compareFiles(a: Entry<EntityDocument>, b: Entry<EntityDocument>): number {
  return (
    compareText(a.document.kind, b.document.kind) || compareText(`${a.document.slug}.mdx`, `${b.document.slug}.mdx`)
  );
}
