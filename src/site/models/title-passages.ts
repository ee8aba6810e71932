/**
 * Gives every element that is a passage the title under which the search index lists it. An element is a passage when its
 * tag carries `data-passage`.
 */
export function titlePassages(html: string, toTitle: (passage: string) => string): string {
  return html.replace(/(<[a-z][a-z0-9]*\b[^<>]*\sdata-passage="([^"]+)")/g, (_, tag: string, passage: string) => {
    const title = toTitle(passage).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    return `${tag} data-pagefind-title="${title}"`;
  });
}
