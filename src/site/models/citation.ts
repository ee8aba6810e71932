import type { Article, Passage } from '../../graph/graph.ts';
import { parseEdtf } from '../../schema/edtf.ts';
import { formatDate } from '../format-date.ts';
import { inLanguage, type TextInLanguage } from '../language.ts';
import type { PageContext } from '../page-context.ts';

/** How to cite one passage of an article. */
export interface PassageCitation {
  /** Words of the interface as they are; what the content supplies with its language. All together they are the citation. */
  readonly parts: readonly (string | TextInLanguage)[];
  readonly url: string;
  readonly bibtex: string;
}

/** A citation in the page's language. What the editor supplied stands in square brackets, as in bibliographies. */
export function buildCitation({ id, matter }: Article, passage: Passage, context: PageContext): PassageCitation {
  const { kb, urls, pick, strings } = context;
  const isInferred = (field: string): boolean => matter.inferred.includes(field);
  const supplied = (field: string, part: string | TextInLanguage): PassageCitation['parts'] =>
    isInferred(field) ? ['[', part, ']'] : [part];
  const comma = strings.say('cite.comma');
  const [openQuote = '', closeQuote = ''] = strings.say('cite.quotes').split(' ');
  const title = pick(matter.title);
  const siteTitle = pick(kb.site.title);
  const passageName = strings.say('passage.number', { ordinal: String(passage.ordinal) });
  const url = urls.absolute(urls.passage(id, passage.id));
  const published = [
    ...(matter.publisher ? supplied('publisher', pick(matter.publisher)) : []),
    ...(matter.publisher && matter.published !== undefined ? [comma] : []),
    ...(matter.published === undefined ? [] : supplied('published', formatDate(matter.published, strings).text)),
  ];
  return {
    parts: [
      ...(matter.author ? supplied('author', pick(matter.author)) : [strings.say('cite.author-unknown')]),
      '. ',
      openQuote,
      ...supplied('title', title),
      `${closeQuote}. `,
      ...(published.length > 0 ? [...published, '. '] : []),
      `${strings.say('cite.site')} ${openQuote}`,
      siteTitle,
      `${closeQuote}${comma}${passageName}. `,
      inLanguage(url, 'en'),
    ],
    url,
    bibtex: writeBibtex(`${id}-${passage.id}`, [
      ['author', matter.author && `{${escapeTex(pick(matter.author).text)}}`],
      ['title', `{${escapeTex(title.text)}}`],
      ['publisher', matter.publisher && escapeTex(pick(matter.publisher).text)],
      ['year', toYear(matter.published)],
      ['howpublished', escapeTex(siteTitle.text)],
      ['note', escapeTex(passageName)],
      ['url', url],
      ['language', matter.lang],
    ]),
  };
}

function writeBibtex(key: string, fields: readonly (readonly [name: string, value: string | undefined])[]): string {
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]));
  return `@misc{${key},\n${lines.join(',\n')}\n}`;
}

/** The year, when the date surely lies in one; BibTeX has no word for others. */
function toYear(published: string | undefined): string | undefined {
  const date = published === undefined ? undefined : parseEdtf(published);
  return date?.earliest !== undefined && date.earliest.year === date.latest?.year
    ? String(date.earliest.year)
    : undefined;
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Braces become parentheses: in BibTeX an escaped one still counts, and an unpaired one ends the field. */
function escapeTex(text: string): string {
  return text
    .replaceAll('{', '(')
    .replaceAll('}', ')')
    .replace(/[\\~^#$%&_]/g, (sign) => TEX[sign] ?? `\\${sign}`);
}
