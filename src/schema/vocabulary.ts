/** What an attribute of a component holds. */
export type AttributeType = 'claim' | 'entity' | 'statistic' | 'article' | 'measure' | 'image' | 'text';

export interface ComponentShape {
  /** Where it may stand. */
  readonly placement: 'inline' | 'block' | 'both';
  readonly attributes: Readonly<Record<string, { readonly type: AttributeType; readonly required: boolean }>>;
}

/** The closed vocabulary of articles and entities. Attributes are literal strings; nothing here becomes code. */
export const VOCABULARY: Readonly<Record<string, ComponentShape>> = {
  /** Cites a claim: a small numbered reference, or its own words linked. */
  Cite: { placement: 'inline', attributes: { claim: { type: 'claim', required: true } } },
  /** Names an entity where the words differ from its label and aliases. */
  Entity: { placement: 'inline', attributes: { id: { type: 'entity', required: true } } },
  /** Shows the value and unit of a statistic. */
  Stat: { placement: 'inline', attributes: { id: { type: 'statistic', required: true } } },
  /** Shows the words that a claim rests on, as a quotation. */
  Quote: { placement: 'block', attributes: { claim: { type: 'claim', required: true } } },
  /** An editor's note: apart from what articles say, never evidence. */
  Note: { placement: 'block', attributes: {} },
  /** Shows all statistics of one measure. */
  Chart: { placement: 'block', attributes: { measure: { type: 'measure', required: true } } },
  /** A picture. */
  Figure: {
    placement: 'block',
    attributes: {
      src: { type: 'image', required: true },
      alt: { type: 'text', required: true },
    },
  },
};

/** Schemes of links besides addresses within the site. */
export const LINK_SCHEMES: readonly string[] = ['http:', 'https:', 'mailto:'];
