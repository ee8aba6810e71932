import { XMLParser } from 'fast-xml-parser';
import { findXmlFault } from './find-xml-fault.ts';

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
  // That parser reads on where a document is broken.
  const fault = findXmlFault(xml);
  if (fault !== undefined) throw new Error(fault);
  return parser.parse(xml);
}
