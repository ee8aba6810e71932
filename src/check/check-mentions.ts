import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Corpus, Entry } from '../graph/corpus.ts';
import type { PassageMention } from '../graph/find-all-mentions.ts';
import { toDocumentId } from '../source/document.ts';
import { findOrigin } from '../text/body.ts';

/** Names in texts that several entities bear: they are linked to none, and the author is told. */
export function checkMentions(corpus: Corpus, mentions: readonly PassageMention[]): Diagnostic[] {
  const entries: readonly Entry[] = [...corpus.articles, ...corpus.entities, ...corpus.pages];
  const documents = new Map(entries.map((entry) => [toDocumentId(entry.document), entry]));
  return mentions
    .filter(({ entities }) => entities.length > 1)
    .flatMap(({ document, passage: at, range, entities, name }) => {
      const entry = documents.get(document);
      const passage = entry?.body.passages[at];
      if (!entry || !passage) return [];
      return [
        diagnose(
          'name-ambiguous',
          { file: entry.document.path, point: findOrigin(passage, range.start) },
          {
            message: `“${passage.text.slice(range.start, range.end)}” may name ${entities.length} entities, so it is linked to none.`,
            values: entities.map((entity) => ({ label: 'bears', text: `${entity}  “${name}”` })),
            fix:
              entry.document.type === 'article'
                ? 'Settle it with `names` in the front matter of the article, or take the name from those that are not meant.'
                : 'Wrap the words: <Entity id="…">…</Entity>.',
          },
        ),
      ];
    });
}
