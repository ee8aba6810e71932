import type { SiteFiles } from './site-files.ts';

const STYLES = /(["'`])(\/[^"'`\\\s$]*\.css)\1/g;

/** Completes the addresses of style sheets that a script fetches, where the site lies; says which these are. */
export function rewriteScript(
  code: string,
  site: SiteFiles,
): { readonly code: string; readonly files: ReadonlySet<string> } {
  const files = new Set<string>();
  const rewritten = code.replace(STYLES, (whole, _quote: string, address: string) => {
    const found = site.find(address);
    if (found === undefined) return whole;
    files.add(found.path);
    const path = found.path.split('/').map(encodeURIComponent).join('/');
    return `(globalThis.sanadRoot+${JSON.stringify(path + found.suffix)})`;
  });
  return { code: rewritten, files };
}
