import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Claim, Evidence, Graph } from '../graph/graph.ts';
import { buildDrawing, indexForDrawing } from '../render/build-drawing.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import { toDocumentId } from '../source/document.ts';
import { openCache, toKey } from './cache.ts';
import type { CompileOptions } from './compile.ts';
import { findReliers, listReferred } from './find-known.ts';
import type { LockUpdate } from './find-lock-updates.ts';
import { openFile, openKnowledgeBase } from './knowledge-base.ts';
import { mergeDiagnostics } from './merge-diagnostics.ts';
import { patchKnowledgeBase, type KnowledgePatch } from './patch-knowledge-base.ts';
import { proveEdited, toArticlePath, toGraph, type EditedProof } from './prove-edited.ts';
import { computeTexts, readEdited, toOwner, type DeltaTools, type EditedContent, type Read } from './read-edited.ts';
import { findMainLang } from './tasks.ts';

export interface DeltaSources {
  readonly options: CompileOptions;
  /** Of the compiler: the same as when the knowledge base was written. */
  readonly version: string;
  readonly knowledgeBaseFile: string;
  /** Paths of what was edited since the knowledge base was written: entities, articles, locks of articles. */
  readonly edited: readonly string[];
  /** Paths of pictures. */
  readonly assets: readonly string[];
  /** Of the content as it was. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface DeltaCompilation {
  readonly site: SiteConfig;
  readonly diagnostics: readonly Diagnostic[];
  /** Groups of rows of the knowledge base that changed; none when it is the same file as before. */
  readonly groups: ReadonlySet<string>;
  /** Locks that were written. */
  readonly lockUpdates: readonly LockUpdate[];
}

/**
 * Compiles entities and articles that were edited, and nothing else: entities are proved against the articles that they
 * cite and the entities that they refer to, articles with every quotation in them; what is so now takes the place in the
 * knowledge base of what was. `undefined` when the edit concerns more than that (a name, a title, words that another
 * document shows), or when anything is wrong with it: then everything is to be compiled, and nothing was written.
 */
export function compileDelta(sources: DeltaSources): DeltaCompilation | undefined {
  const { options, knowledgeBaseFile } = sources;
  const cache = openCache(options.cacheFolder);
  const kb = openKnowledgeBase(knowledgeBaseFile);
  const database = openFile(knowledgeBaseFile);
  let prepared: Prepared | undefined;
  try {
    prepared = prepare({ ...sources, cache, kb, database }, sources.diagnostics);
  } finally {
    database.close();
    kb.close();
    cache.close('part');
  }
  if (prepared === undefined) return undefined;
  const { site, diagnostics, patch, lockUpdates } = prepared;
  const groups = patchKnowledgeBase(knowledgeBaseFile, patch);
  for (const { path, text } of lockUpdates) writeFileSync(join(options.contentFolder, path), text);
  return { site, diagnostics, groups, lockUpdates };
}

interface Prepared extends Omit<DeltaCompilation, 'groups'> {
  readonly patch: KnowledgePatch;
}

function prepare(tools: DeltaTools, diagnosticsBefore: readonly Diagnostic[]): Prepared | undefined {
  const { site } = tools.kb;
  const content = readEdited(tools);
  const proof = content && proveEdited(content, tools);
  if (!proof) return undefined;
  const { entities, ids, slugs, articles, before } = content;
  const { after, lockUpdates } = proof;
  const own = [
    ...entities.flatMap((one) => one.diagnostics),
    ...articles.flatMap((one) => (slugs.includes(one.entry.document.slug) ? one.diagnostics : [])),
    ...proof.diagnostics,
  ];
  const isRefused = hasErrors(own) || (tools.options.locks === 'frozen' && lockUpdates.length > 0);
  if (isRefused || !isShownAsBefore(content, proof, tools)) return undefined;

  const diagnostics = mergeDiagnostics({
    before: diagnosticsBefore,
    ...{ own, judged: new Set(proof.judged), conflicts: proof.conflicts, quoted: proof.quoted },
    ...{ entities: entities.map(({ entry }) => entry), articles: slugs.map(toArticlePath) },
  });
  if (diagnostics === undefined) return undefined;
  const files = [...entities, ...articles.filter(({ entry }) => slugs.includes(entry.document.slug))];
  return {
    ...{ site, diagnostics, lockUpdates },
    patch: {
      ...{ entities: ids, articles: slugs, touched: articles.map(({ entry }) => entry.document.slug) },
      before: toGraph(site, {
        articles: before.articles.map((head) => ({ ...head, passages: [] })),
        entities: before.entities.map((head) => ({ ...head, passages: [] })),
        claims: before.claims,
      }),
      ...{ after, judged: proof.judged },
      bodies: draw(listDrawn(content, after), proof, tools),
      sources: {
        version: tools.version,
        files: new Map([...files.map(({ file, hash }) => [file.path, hash] as const), ...proof.lockKeys]),
      },
    },
  };
}

/** Whose bodies are drawn anew: the same words for the same claims are drawn the same. */
function listDrawn({ entities, articles, slugs, before }: EditedContent, after: Graph): readonly Read[] {
  const [old, now] = [before.evidence, after.evidence].map((all) => Map.groupBy(all, ({ article }) => article));
  const isCitedAnew = (slug: string): boolean =>
    JSON.stringify(old?.get(slug) ?? []) !== JSON.stringify(now?.get(slug) ?? []);
  const drawn = articles.filter(({ entry }) => {
    const { slug } = entry.document;
    return slugs.includes(slug) || isCitedAnew(slug);
  });
  return [...entities, ...drawn];
}

/**
 * Whether documents that were not edited show what they showed: the numbers of the edited entities, and the first words
 * for claims of theirs or on the edited articles.
 */
function isShownAsBefore(
  { ids, slugs, citing, before }: EditedContent,
  { after }: EditedProof,
  { database }: DeltaTools,
): boolean {
  const edited = new Set([...ids, ...slugs.map((slug) => `articles/${slug}`)]);
  const others = after.claims.filter(({ entity }) => !edited.has(entity));
  const then = listShown([...before.claims, ...others], before.evidence);
  const now = listShown(after.claims, after.evidence);
  const changed = new Set([...then].filter(([id, shown]) => now.get(id) !== shown).map(([id]) => toOwner(id)));
  const quotesItself = citing.some(
    ({ entry }) => changed.has(toDocumentId(entry.document)) && entry.body.uses.some(({ type }) => type === 'claim'),
  );
  return (
    !quotesItself && [...changed].every((id) => findReliers(id, database).every((document) => edited.has(document)))
  );
}

/** What is shown of claims elsewhere, by their ids. */
function listShown(claims: readonly Claim[], evidence: readonly Evidence[]): ReadonlyMap<string, string> {
  const first = new Map(evidence.filter(({ index }) => index === 0).map((one) => [one.claim, one]));
  return new Map(
    claims.map(({ id, name, value }) => {
      const { article, anchor, words } = first.get(id) ?? {};
      return [id, JSON.stringify([name === 'value' ? value : null, article, anchor, words])];
    }),
  );
}

function draw(read: readonly Read[], { corpus, after }: EditedProof, tools: DeltaTools): KnowledgePatch['bodies'] {
  const { cache, version } = tools;
  const index = indexForDrawing(addShown(read, after, tools));
  const passages = new Map([
    ...after.articles.map((one) => [`articles/${one.id}`, one.passages] as const),
    ...after.entities.map((one) => [one.id, one.passages] as const),
  ]);
  return read.map(({ tree, hash, entry: { document, body } }) => {
    const id = toDocumentId(document);
    const lang = findMainLang(document, corpus.site);
    const drawing = buildDrawing(id, lang, passages.get(id) ?? [], body.uses, index);
    const key = toKey('render', version, hash, JSON.stringify(drawing));
    return { drawing, texts: computeTexts(key, { type: 'render', path: document.path, tree, drawing }, cache) };
  });
}

/** With what components of the bodies show of entities that were not edited. */
function addShown(read: readonly Read[], after: Graph, { kb }: DeltaTools): Graph {
  const edited = new Set(after.entities.map(({ id }) => id));
  const shown = read.flatMap(({ entry }) => [...listReferred(entry, after.site.languages).shown]);
  const heads = [...new Set(shown)].flatMap((id) => (edited.has(id) ? [] : (kb.entityHead(id) ?? [])));
  const known = new Set(after.claims.map(({ id }) => id));
  const claims = heads.flatMap(({ id }) => kb.claims(id));
  const touched = new Set(after.articles.map(({ id }) => id));
  const evidence: readonly Evidence[] = claims
    .flatMap(({ id }) => kb.evidence(id))
    .filter(({ article }) => !touched.has(article));
  const cited = [...new Set(evidence.map(({ article }) => article))].flatMap((slug) => kb.articleHead(slug) ?? []);
  return {
    ...after,
    articles: [...after.articles, ...cited.map((head) => ({ ...head, passages: [] }))],
    entities: [...after.entities, ...heads.map((head) => ({ ...head, passages: [] }))],
    claims: [...after.claims, ...claims.filter(({ id }) => !known.has(id))],
    evidence: [...after.evidence, ...evidence],
  };
}
