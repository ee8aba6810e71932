import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const OUTPUT = `${ROOT}tests/.output`;

/** The sites that are built once for all tests of finished pages. */
export const SITES = {
  /** The project's own content: Arabic first. */
  main: { content: 'content', languages: ['ar', 'en'] },
  /** Another subject, English first: whatever holds for it does not come from the first site. */
  lighthouses: { content: 'tests/fixtures/lighthouses/content', languages: ['en', 'ar'] },
  /** Lists too long for one page; written before it is built. */
  crowded: { content: 'tests/.output/crowded-content', languages: ['ar', 'en'] },
} as const;

export type SiteName = keyof typeof SITES;
/** Those that an author might have written, for which all tests of finished sites hold. */
export const SITE_NAMES = ['main', 'lighthouses'] as const satisfies readonly SiteName[];
export type AuthoredSiteName = (typeof SITE_NAMES)[number];

/** A site as `sanad build` left it. */
export interface BuiltSite {
  readonly name: SiteName;
  readonly folder: string;
  readonly status: number;
  /** Everything that the command said. */
  readonly log: string;
}
