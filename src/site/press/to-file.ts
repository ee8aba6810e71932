/** Where the page at a path stands in the folder of the site: `/members/belgium` in `members/belgium/index.html`. */
export function toFile(path: string): string {
  if (/\.[a-z0-9]+$/i.test(path)) return path.slice(1);
  if (path === '/404') return '404.html';
  return path === '/' ? 'index.html' : `${path.slice(1)}/index.html`;
}
