import { scanTags } from '../../site/scan-page.ts';
import type { SiteFiles } from './site-files.ts';

/** What a page must have of the search page to open its box. */
interface SearchBox {
  /** The `dialog` element as it is written. */
  readonly html: string;
  /** Addresses of the style sheets of its page. */
  readonly styles: readonly string[];
}

const WANTED: ReadonlySet<string> = new Set(['rel', 'href', 'data-search-open', 'data-search-dialog']);
const DIALOGS = /<dialog\s.*?<\/dialog>/gs;

/**
 * Puts the search box into pages whose links open it. A published page fetches it out of the search page; from a disk no page
 * may be fetched. Takes pages before their addresses are made relative; `readText` reads a file of the site.
 */
export function openSearchBoxes(site: SiteFiles, readText: (path: string) => string): (html: string) => string {
  const boxes = new Map<string, SearchBox | undefined>();
  const findBox = (address: string): SearchBox | undefined => {
    const path = site.find(address)?.path;
    if (path === undefined) return undefined;
    if (!boxes.has(path)) boxes.set(path, readBox(readText(path)));
    return boxes.get(path);
  };
  return (html) => {
    const { opener, styles, hasBox } = readParts(html);
    const box = opener === undefined || hasBox ? undefined : findBox(opener);
    if (box === undefined) return html;
    const missing = box.styles.filter((address) => !styles.includes(address));
    const links = missing.map((address) => `<link rel="stylesheet" href="${address.replaceAll('&', '&amp;')}">`);
    const headEnd = html.indexOf('</head>');
    const bodyEnd = html.lastIndexOf('</body>');
    return html.slice(0, headEnd) + links.join('') + html.slice(headEnd, bodyEnd) + box.html + html.slice(bodyEnd);
  };
}

function readBox(html: string): SearchBox | undefined {
  const dialog = html.match(DIALOGS)?.find((text) => text.includes(' data-search-dialog'));
  return dialog === undefined ? undefined : { html: dialog, styles: readParts(html).styles };
}

interface Parts {
  /** Address of the search page. */
  readonly opener: string | undefined;
  readonly styles: readonly string[];
  readonly hasBox: boolean;
}

function readParts(html: string): Parts {
  const styles: string[] = [];
  let opener: string | undefined;
  let hasBox = false;
  scanTags(
    html,
    ({ name, attributes }) => {
      const href = attributes.get('href');
      if (name === 'link' && attributes.get('rel') === 'stylesheet' && href !== undefined) styles.push(href);
      if (name === 'a' && attributes.has('data-search-open')) opener ??= href;
      hasBox ||= attributes.has('data-search-dialog');
    },
    WANTED,
  );
  return { opener, styles, hasBox };
}
