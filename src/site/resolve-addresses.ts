import type { Urls } from './urls.ts';

/**
 * Turns the addresses `sanad:…` in a finished piece of HTML into those of the site. Only whole `href` and `src` attributes are
 * touched: in the text of a page a quotation mark is never followed by `sanad:` inside a tag.
 */
export function resolveAddresses(html: string, urls: Urls): string {
  return html.replace(/(<[^<>]*\s(?:href|src)=")sanad:([^"]*)"/g, (_, before: string, address: string) => {
    return `${before}${escapeAttribute(resolveAddress(unescapeAttribute(address), urls))}"`;
  });
}

/**
 * One address without its scheme: `entity/kind/slug`, `claim/kind/slug#claim`, `article/slug`, `passage/article#passage`,
 * `evidence/article#anchor`, `page/slug`, `kind/kind`,
 * `asset/path`, `path/about/`. Throws on any other: what writes addresses is our own code.
 */
export function resolveAddress(address: string, urls: Urls): string {
  const slash = address.indexOf('/');
  const type = address.slice(0, slash);
  const rest = address.slice(slash + 1);
  const [target = '', fragment = ''] = rest.split('#');
  switch (type) {
    case 'entity':
      return urls.entity(target);
    case 'claim':
      return urls.claim(rest);
    case 'article':
      return urls.article(target);
    case 'passage':
      return urls.passage(target, fragment);
    case 'evidence':
      return urls.evidence(target, fragment);
    case 'page':
      return urls.page(target);
    case 'kind':
      return urls.kind(target);
    case 'asset':
      return urls.picture(rest);
    case 'path':
      return urls.path(rest);
    default:
      throw new Error(`This is a bug in Sanad: it wrote an address that it cannot read, sanad:${address}`);
  }
}

function unescapeAttribute(text: string): string {
  return text
    .replace(/&(?:quot|#x22|#34);/g, '"')
    .replace(/&(?:lt|#x3C);/gi, '<')
    .replace(/&(?:amp|#x26|#38);/gi, '&');
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
