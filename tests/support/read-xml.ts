import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** Elements that may stand several times, so that one alone is a list too. */
const LISTS = ['entry', 'link', 'Url', 'url', 'sitemap', 'xhtml:link'];

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => LISTS.includes(name),
});

/** XML as objects, read by a parser that is not ours; attributes begin with `@`. Throws when it is not well formed. */
export function readXml(xml: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is a package of its own
  const verdict = XMLValidator.validate(xml);
  if (verdict !== true) throw new Error(`Line ${verdict.err.line}: ${verdict.err.msg}`);
  return parser.parse(xml);
}
