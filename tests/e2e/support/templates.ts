import { readPages } from '../../support/built-site.ts';
import type { SiteName } from '../../support/sites.ts';

/** One page of every sort that a site has, in its main language, and the home page of each other. */
export function listTemplates(name: SiteName): readonly string[] {
  const { pages, languages } = readPages(name);
  const [, ...others] = languages;
  const isOther = (path: string): boolean => others.some((lang) => path.startsWith(`/${lang}/`));
  const own = pages.map(({ path }) => path).filter((path) => !isOther(path));
  // Pages two folders down are of one sort with their neighbours; all others are of a sort of their own.
  const sorts = Map.groupBy(own, (path) => (path.split('/').length > 3 ? path.split('/')[1] : path));
  return [...[...sorts.values()].map(([first = '/']) => first), ...others.map((lang) => `/${lang}/`)];
}
