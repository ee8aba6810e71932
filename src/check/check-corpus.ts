import { sortDiagnostics, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { GraphSources } from '../graph/build-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { checkArticles } from './check-articles.ts';
import { checkCitations } from './check-citations.ts';
import { checkClaims } from './check-claims.ts';
import { checkConflicts } from './check-conflicts.ts';
import { checkMentions } from './check-mentions.ts';
import { checkNames, checkSettledNames } from './check-names.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkReferences } from './check-references.ts';

/** Everything that can be wrong with content that could be read. */
export function checkCorpus(sources: GraphSources, graph: Graph): Diagnostic[] {
  return sortDiagnostics([...checkDocuments(sources, graph), ...checkConflicts(graph), ...checkNames(sources.corpus)]);
}

/** What can be wrong with a document by itself, and with what it refers to; not with all claims or all names together. */
export function checkDocuments({ corpus, texts, citations, mentions }: GraphSources, graph: Graph): Diagnostic[] {
  return [
    ...checkArticles(corpus),
    ...checkReferences(corpus),
    ...checkClaims(corpus),
    ...checkCitations(corpus, texts, citations),
    ...checkNumbers(graph.claims, citations, graph.evidence),
    ...checkSettledNames(corpus),
    ...checkMentions(corpus, mentions),
  ];
}
