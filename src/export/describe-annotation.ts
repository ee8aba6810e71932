import type { Evidence, Passage } from '../graph/graph.ts';
import type { Range } from '../text/range.ts';
import type { Addresses } from './addresses.ts';
import { toOneOrMany, type JsonLd } from './json-ld.ts';

/** The context of W3C's Web Annotation data model. */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** Code points of text before and after a quotation, by which it is found again when the text around it has changed. */
const AROUND = 32;

/**
 * Evidence as a Web Annotation (W3C, 2017): the claim is its body; its target is the article, in which the words are found
 * by themselves with what stands around them (`TextQuoteSelector`), and by their place in the passage
 * (`FragmentSelector`, refined by `TextPositionSelector`, in code points as the model wants).
 *
 * @param passages The passages of the article by id, holding at least those that the evidence stands in.
 */
export function describeAnnotation(
  { claim, article, anchor, spans }: Evidence,
  passages: ReadonlyMap<string, Pick<Passage, 'text' | 'lang'>>,
  addresses: Addresses,
): JsonLd {
  return {
    id: addresses.evidence(article, anchor),
    type: 'Annotation',
    motivation: 'linking',
    body: addresses.claim(claim),
    target: toOneOrMany(
      spans.flatMap(({ passage, range }) => {
        const found = passages.get(passage);
        return found === undefined ? [] : [describeTarget(addresses.article(article), passage, found, range)];
      }),
    ),
  };
}

function describeTarget(
  source: string,
  passage: string,
  { text, lang }: Pick<Passage, 'text' | 'lang'>,
  { start, end }: Range,
): JsonLd {
  const before = Array.from(text.slice(0, start));
  const exact = text.slice(start, end);
  return {
    type: 'SpecificResource',
    source: { id: source, type: 'Text', language: lang },
    selector: [
      {
        type: 'TextQuoteSelector',
        prefix: before.slice(-AROUND).join(''),
        exact,
        suffix: Array.from(text.slice(end)).slice(0, AROUND).join(''),
      },
      {
        type: 'FragmentSelector',
        value: passage,
        refinedBy: {
          type: 'TextPositionSelector',
          start: before.length,
          end: before.length + Array.from(exact).length,
        },
      },
    ],
  };
}
