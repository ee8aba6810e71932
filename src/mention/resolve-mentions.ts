import type { Mention } from './find-mentions.ts';

/**
 * The mentions of one article, passage by passage, with ambiguous names decided where the article decides them: when
 * exactly one candidate is named elsewhere in it without doubt (by another name, or by a cue). Demonyms do not count,
 * since «the Georgians» may well stand beside another Georgia. What is decided here decides nothing further, so the
 * order of mentions is of no matter. Whoever still has several entities is for the author to settle.
 */
export function resolveMentions(passages: readonly (readonly Mention[])[]): Mention[][] {
  const certain = new Set(
    passages
      .flat()
      .filter(({ entities, demonym }) => entities.length === 1 && !demonym)
      .flatMap(({ entities }) => entities),
  );
  return passages.map((mentions) => mentions.map((mention) => resolveMention(mention, certain)));
}

function resolveMention(mention: Mention, certain: ReadonlySet<string>): Mention {
  const named = mention.entities.filter((entity) => certain.has(entity));
  return named.length === 1 ? { ...mention, entities: named } : mention;
}
