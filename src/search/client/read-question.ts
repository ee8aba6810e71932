import type { AnalysedToken } from '../analyser/analyse-text.ts';
import { toNormalForm } from '../analyser/normal-form.ts';

/** What a question asks for: kinds of entity by what they are based on, the likeliest first. */
export interface Question {
  /** By base (`person`, `place` …): how much likelier than others such a document is the answer, 1 for no more. */
  readonly wanted: ReadonlyMap<string, number>;
  /** Tokens that belong to the question, not to what it is about: «تقع» in «أين تقع كندا». */
  readonly isFrame: (token: AnalysedToken) => boolean;
  readonly isQuestion: boolean;
}

interface Pattern {
  /** Matches normal forms with spaces between, from the beginning of the query. */
  readonly pattern: RegExp;
  readonly wanted: Readonly<Record<string, number>>;
}

const PERSON = { person: 2.5, organization: 1.1 };
const PLACE = { place: 1.5 };
const TIME = { event: 1.6 };
const NUMBER = { statistic: 2.5 };

/** Words of a question in each language; `toPattern` brings them to their normal forms. */
const PATTERNS: readonly Pattern[] = [
  { pattern: toPattern('من(?! أي)'), wanted: PERSON },
  { pattern: toPattern('who|whose|whom'), wanted: PERSON },
  {
    pattern: toPattern(
      'أين|وين|فين|من أين|إلى أين|(?:في|من|إلى) أي (?:مكان|بلد|بلاد|بلدان|البلاد|البلدان|دولة|دول|الدول|مدينة|مدن|المدن)',
    ),
    wanted: PLACE,
  },
  {
    pattern: toPattern('where|(?:in|from|to) wh(?:ich|at) (?:place|places|country|countries|city|cities)'),
    wanted: PLACE,
  },
  { pattern: toPattern('متى|منذ متى|في أي (?:عام|سنة|يوم|تاريخ)'), wanted: TIME },
  { pattern: toPattern('when|since when|(?:in )?wh(?:ich|at) year'), wanted: TIME },
  { pattern: toPattern('كم|بكم|(?:ما(?: هو| هي)? )?(?:عدد|نسبة|معدل|مقدار)'), wanted: NUMBER },
  {
    pattern: toPattern(
      'how (?:many|much|long|far|often)|what (?:is )?(?:the )?(?:number|share|percentage|percent|proportion|total)',
    ),
    wanted: NUMBER,
  },
  { pattern: toPattern('هل|ما|ماذا|لماذا|كيف|أي|عرف|اشرح'), wanted: {} },
  { pattern: toPattern('what|which|why|how|is|are|was|were|does|do|did|tell me|define'), wanted: {} },
];

/** A query that begins with what somebody does or is at the head of asks for the person, though it is no question. */
const ROLE = toPattern(
  'مدير|مديرة|رئيس|رئيسة|زعيم|قائد|قائدة|وزير|وزيرة|ملك|ملكة|أمير|كاتب|كاتبة|مؤلف|مؤلفة|مؤسس|مؤسسة|أمين عام|' +
    '(?:the )?(?:director|president|leader|head|chief|commander|minister|prime minister|secretary|king|queen|author|writer|founder|keeper)',
);
const ROLE_WANTED: Question['wanted'] = new Map([['person', 1.8]]);

/** Verbs and nouns that questions are put with and that say nothing of what is sought. */
const FRAME: ReadonlySet<string> = new Set(
  `تقع يقع توجد يوجد معنى يعني تعني المقصود تعريف يبلغ تبلغ بلغ بلغت كان تم يتم حدث يسمى تسمى
   located mean means meaning called named happen happened exist exists definition`
    .split(/\s+/)
    .map(toNormalForm),
);

/** With “how” before them these ask for a measure, and say nothing of what is measured. */
const MEASURE = toPattern('how (?:long|far|often)');

const NO_QUESTION: Question = { wanted: new Map(), isFrame: () => false, isQuestion: false };

/** Reads what a query asks for, if its first words ask. */
export function readQuestion(tokens: readonly AnalysedToken[]): Question {
  const text = tokens.map(({ normal }) => normal).join(' ');
  const found = PATTERNS.filter(({ pattern }) => pattern.test(text));
  if (tokens.length < 2) return NO_QUESTION;
  if (found.length === 0)
    return ROLE.test(tokens.map(({ bare }) => bare).join(' ')) ? { ...NO_QUESTION, wanted: ROLE_WANTED } : NO_QUESTION;
  const measure = MEASURE.test(text) ? tokens[1] : undefined;
  const isFrame = (token: AnalysedToken): boolean => token === measure || FRAME.has(token.normal);
  const rest = tokens.filter((token) => !token.isStopWord && !isFrame(token));
  return {
    wanted: new Map(found.flatMap(({ wanted }) => Object.entries(wanted))),
    // A question about one of these words itself keeps it.
    isQuestion: true,
    isFrame: rest.length === 0 ? () => false : isFrame,
  };
}

function toPattern(words: string): RegExp {
  const normal = words.replace(/[\p{L}\p{M}]+/gu, (word) => toNormalForm(word));
  return new RegExp(`^(?:${normal})(?= |$)`, 'u');
}
