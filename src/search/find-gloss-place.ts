import type { AnalysedToken } from './analyser/analyse-text.ts';
import type { Gloss, SearchSection } from './document.ts';

/** Where the words of a gloss stand in the index: at one token, which stands for so many. */
export interface GlossPlace {
  readonly first: number;
  readonly tokens: number;
}

/**
 * The place of a gloss among the tokens of its section: the first of its range at which no name begins, because whoever asks
 * for a name is to see that alone. Nothing, where the range holds no token.
 */
export function findGlossPlace(
  tokens: readonly AnalysedToken[],
  gloss: Gloss,
  mentions: SearchSection['mentions'],
): GlossPlace | undefined {
  const named = new Set(mentions.map((mention) => tokens.findIndex(({ token }) => token.end > mention.start)));
  const own = tokens.flatMap(({ token }, at) => (token.end > gloss.start && token.start < gloss.end ? [at] : []));
  const first = own.find((at) => !named.has(at)) ?? own[0];
  const last = own.at(-1);
  return first === undefined || last === undefined ? undefined : { first, tokens: last - first + 1 };
}
