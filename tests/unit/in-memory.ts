import { checkCorpus } from '../../src/check/check-corpus.ts';
import { findMainLang, runTask, type FileReading } from '../../src/compiler/tasks.ts';
import { sortDiagnostics, type Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { anchorCitations, toArticleTexts } from '../../src/graph/anchor-citations.ts';
import { buildGraph } from '../../src/graph/build-graph.ts';
import type { ArticleEntry, Corpus, Entry } from '../../src/graph/corpus.ts';
import { findAllMentions } from '../../src/graph/find-all-mentions.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { alignArticles } from '../../src/graph/locate-passages.ts';
import { buildDrawing, indexForDrawing } from '../../src/render/build-drawing.ts';
import type { BodyBlock } from '../../src/render/render-body.ts';
import { toDocumentId, type EntityDocument, type PageDocument } from '../../src/source/document.ts';
import { parseSite } from '../../src/source/parse-site.ts';
import type { SourceFile } from '../../src/source/read-content.ts';

export interface Proved {
  readonly corpus: Corpus;
  readonly graph: Graph;
  readonly diagnostics: readonly Diagnostic[];
  /** By document id. */
  readonly bodies: ReadonlyMap<string, readonly BodyBlock[]>;
}

/** Content by path, proved and rendered without a file or a thread, in the order in which it is given. */
export function prove(content: Readonly<Record<string, string>>): Proved {
  const files = Object.entries(content).map(([path, text]): SourceFile => ({ path, text }));
  const reading = parseSite(files);
  if (reading.status === 'refused') throw new Error(`site.yaml: ${reading.diagnostics[0]?.message ?? ''}`);
  const { site } = reading;
  const articles: ArticleEntry[] = [];
  const entities: Entry<EntityDocument>[] = [];
  const pages: Entry<PageDocument>[] = [];
  const texts = files.filter(({ path }) => path.endsWith('.mdx'));
  const readings = texts.map((file) => runTask({ type: 'read', file, site }));
  for (const { document, body = { passages: [], uses: [] } } of readings) {
    if (document?.type === 'article') articles.push({ document, body, lock: undefined });
    if (document?.type === 'entity') entities.push({ document, body });
    if (document?.type === 'page') pages.push({ document, body });
  }
  const corpus: Corpus = { site, articles, entities, pages, assets: [], unread: new Set() };
  const sources = {
    corpus,
    alignments: alignArticles(corpus),
    texts: toArticleTexts(corpus),
    citations: anchorCitations(corpus, toArticleTexts(corpus)),
    mentions: findAllMentions(corpus),
  };
  const graph = buildGraph(sources);
  const diagnostics = sortDiagnostics([...readings.flatMap((one) => one.diagnostics), ...checkCorpus(sources, graph)]);
  return {
    corpus,
    graph,
    diagnostics,
    bodies: renderAll(corpus, graph, new Map(readings.map((one, at) => [texts[at]?.path ?? '', one]))),
  };
}

function renderAll(
  { site, articles, entities, pages }: Corpus,
  graph: Graph,
  readings: ReadonlyMap<string, FileReading>,
): Proved['bodies'] {
  const index = indexForDrawing(graph);
  const passages = new Map([
    ...graph.articles.map((one) => [`articles/${one.id}`, one.passages] as const),
    ...[...graph.entities, ...graph.pages].map((one) => [one.id, one.passages] as const),
  ]);
  return new Map(
    [...articles, ...entities, ...pages].flatMap(({ document, body }) => {
      const id = toDocumentId(document);
      const { tree } = readings.get(document.path) ?? {};
      if (tree === undefined) return [];
      const drawing = buildDrawing(id, findMainLang(document, site), passages.get(id) ?? [], body.uses, index);
      return [[id, runTask({ type: 'render', path: document.path, tree, drawing })] as const];
    }),
  );
}

/** What a reader reads of rendered HTML: without tags, references replaced by their characters. */
export function toText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#x([0-9A-Fa-f]+)|#(\d+)|(\w+));/g, (all, hex?: string, number?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (number !== undefined) return String.fromCodePoint(Number(number));
      return NAMED[name ?? ''] ?? all;
    });
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** The inner HTML of each passage of rendered blocks, by its id. */
export function findPassageHtml(blocks: readonly BodyBlock[]): Map<string, string> {
  const html = blocks.map((block) => block.html).join('');
  return new Map(
    [...html.matchAll(/<p[^>]* data-passage="([^"]+)"[^>]*>([\s\S]*?)<\/p>/g)].map(([, id = '', inner = '']) => [
      id,
      inner,
    ]),
  );
}
