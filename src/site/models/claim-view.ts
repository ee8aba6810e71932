import type { EvidenceInContext } from '../../compiler/knowledge-base.ts';
import type { Claim, Evidence } from '../../graph/graph.ts';
import type { Status } from '../../schema/entity-schema.ts';
import { formatDate, type FormattedDate } from '../format-date.ts';
import { inLanguage, type TextInLanguage } from '../language.ts';
import type { EntityLink, PageContext } from '../page-context.ts';
import type { MessageKey } from '../strings.ts';
import { findFrame, markText, type MarkedText } from './marked-text.ts';
import { toSpeakerView, toValueView, type SpeakerView, type ValueView } from './value-view.ts';

/** The words that a claim rests on, in their sentence. */
export interface EvidenceView {
  /** Lands on the exact words. */
  readonly href: string;
  /** One text for each passage that the words stand in. */
  readonly sentences: readonly MarkedText[];
  readonly article: { readonly title: TextInLanguage; readonly href: string };
  readonly passage: { readonly ordinal: number; readonly href: string };
  /** Says in which way the quotation differs from the article; nothing when it does not. */
  readonly gradeNote: string | undefined;
}

export interface ClaimView {
  readonly id: string;
  /** Fragment of the entity's page. */
  readonly name: string;
  readonly href: string;
  readonly property: TextInLanguage;
  readonly value: ValueView;
  readonly qualifiers: readonly { readonly label: string; readonly date: FormattedDate }[];
  readonly status: Status;
  /** Said aloud only where the claim is not simply supported. */
  readonly statusLabel: string | undefined;
  readonly saidBy: SpeakerView | undefined;
  readonly evidence: readonly EvidenceView[];
  /** Addresses of the words that it rests on, where they are not quoted: the page would grow too long. */
  readonly words: readonly string[];
  /** Other claims that cannot be true together with this one. */
  readonly conflicts: readonly { readonly entity: EntityLink; readonly value: ValueView; readonly href: string }[];
  /** How many more of these there are. */
  readonly moreConflicts: number;
}

/** Conflicts of one claim that are listed: of a hundred statistics that disagree each has ninety-nine. */
const MOST_CONFLICTS = 12;

const QUALIFIERS: Readonly<Record<string, MessageKey>> = {
  asOf: 'claim.as-of',
  from: 'claim.from',
  to: 'claim.to',
};

const GRADE_NOTES: Readonly<Record<Exclude<Evidence['grade'], 'exact'>, MessageKey>> = {
  'same-text': 'evidence.same-text',
  'same-words': 'evidence.same-words',
};

const STATUS_LABELS: Readonly<Record<Exclude<Status, 'supported'>, MessageKey>> = {
  contested: 'status.contested',
  unsourced: 'status.unsourced',
  retracted: 'status.retracted',
};

/** A claim with all that a page shows of it; the words that it rests on are quoted, or only linked. */
export function buildClaimView(claim: Claim, context: PageContext, words: 'quoted' | 'linked' = 'quoted'): ClaimView {
  const { kb, strings, urls } = context;
  const evidence = kb.evidence(claim.id);
  const others = kb.conflicting(claim.id).filter((id) => id !== claim.id);
  return {
    id: claim.id,
    name: claim.name,
    href: urls.claim(claim.id),
    property: nameProperty(claim, context),
    value: toValueView(claim.value, context),
    qualifiers: Object.entries(claim.qualifiers).map(([name, date]) => {
      const key = QUALIFIERS[name];
      return { label: key === undefined ? name : strings.say(key), date: formatDate(date, strings) };
    }),
    status: claim.status,
    statusLabel: claim.status === 'supported' ? undefined : strings.say(STATUS_LABELS[claim.status]),
    saidBy: claim.saidBy && toSpeakerView(claim.saidBy, context),
    evidence: words === 'quoted' ? evidence.map((one) => buildEvidenceView(one, context)) : [],
    words: words === 'linked' ? evidence.map(({ article, anchor }) => urls.evidence(article, anchor)) : [],
    moreConflicts: Math.max(0, others.length - MOST_CONFLICTS),
    conflicts: others.slice(0, MOST_CONFLICTS).flatMap((id) => {
      const other = kb.claim(id);
      if (other === undefined) return [];
      return [{ entity: context.link(other.entity), value: toValueView(other.value, context), href: urls.claim(id) }];
    }),
  };
}

/** The property of a claim in words; that of a statistic's own number is its measure. */
export function nameProperty(claim: Claim, { kb, pick, strings }: PageContext): TextInLanguage {
  const entity = kb.entityHead(claim.entity);
  const property = entity && kb.site.kinds[entity.kind]?.properties[claim.property];
  if (property !== undefined) return pick(property.label);
  const measure = entity?.measure === undefined ? undefined : kb.site.measures[entity.measure];
  if (measure !== undefined) return pick(measure);
  return inLanguage(strings.say('statistic.value'), strings.language);
}

function buildEvidenceView(evidence: EvidenceInContext, { kb, urls, pick, strings }: PageContext): EvidenceView {
  const source = kb.articleHead(evidence.article);
  const sentences = evidence.spans.flatMap(({ passage, range }) => {
    const found = kb.passage(`articles/${evidence.article}`, passage);
    return found === undefined ? [] : [markText(found.text, findFrame(found.sentences, range), [range], found.lang)];
  });
  return {
    href: urls.evidence(evidence.article, evidence.anchor),
    sentences,
    article: {
      title: source === undefined ? inLanguage(evidence.article, 'en') : pick(source.matter.title),
      href: urls.article(evidence.article),
    },
    passage: { ordinal: evidence.passageOrdinal, href: urls.passage(evidence.article, evidence.passage) },
    gradeNote: evidence.grade === 'exact' ? undefined : strings.say(GRADE_NOTES[evidence.grade]),
  };
}
