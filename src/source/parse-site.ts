import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { findNearest } from '../diagnostic/find-nearest.ts';
import { OWN_FIELDS } from '../schema/entity-schema.ts';
import { siteSchema, type SiteConfig } from '../schema/site-schema.ts';
import type { Places } from './places.ts';
import { parseYaml } from './parse-yaml.ts';
import type { SourceFile } from './read-content.ts';
import { findPlace, validate } from './validate.ts';

export type SiteReading =
  | {
      readonly status: 'read';
      readonly site: SiteConfig;
      /** Where each of its values stands. */
      readonly places: Places;
    }
  | { readonly status: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** Addresses that the site itself needs, so that no kind or page may take them. */
export const RESERVED_SLUGS: readonly string[] = [
  'articles',
  'pages',
  'search',
  'coverage',
  'fonts',
  'index',
  'previews',
  '404',
  'pagefind',
  'pictures',
  'map',
  'timeline',
  'graph',
];

const FILE = 'site.yaml';

/** Reads site.yaml, without which nothing else can be read. */
export function parseSite(files: readonly SourceFile[]): SiteReading {
  const file = files.find(({ path }) => path === FILE);
  if (!file) {
    const problem = diagnose(
      'site-missing',
      { file: FILE },
      {
        message: 'The content folder has no site.yaml, which names the site, its languages and its kinds.',
        fix: 'Create it, or point --content at the right folder.',
      },
    );
    return { status: 'refused', diagnostics: [problem] };
  }
  const yaml = parseYaml(file.text, FILE, 1);
  if (yaml.diagnostics.length > 0) return { status: 'refused', diagnostics: yaml.diagnostics };
  const context = { file: FILE, places: yaml.places };
  const result = validate(siteSchema, yaml.data, context);
  if (result.status === 'refused') return result;
  const diagnostics = checkNames(result.value, context);
  return diagnostics.length > 0
    ? { status: 'refused', diagnostics }
    : { status: 'read', site: result.value, places: yaml.places };
}

function checkNames(site: SiteConfig, context: Parameters<typeof findPlace>[0]): Diagnostic[] {
  const kinds = Object.values(site.kinds);
  const reserved = kinds
    .filter(({ id }) => RESERVED_SLUGS.includes(id) || site.languages.includes(id))
    .map(({ id }) =>
      diagnose('name-reserved', findPlace(context, `kinds.${id}`), {
        message: `The site needs the address /${id}/ for itself.`,
        fix: 'Give the kind another id.',
      }),
    );
  const taken = kinds.flatMap((kind) =>
    Object.keys(kind.properties)
      .filter((id) => OWN_FIELDS.includes(id))
      .map((id) =>
        diagnose('name-reserved', findPlace(context, `kinds.${kind.id}.properties.${id}`), {
          message: `Every entity has a field \`${id}\` of its own.`,
          fix: 'Give the property another id.',
        }),
      ),
  );
  const unknown = kinds.flatMap((kind) =>
    Object.values(kind.properties).flatMap(({ id, type }) =>
      (type.name === 'entity' ? type.kinds : [])
        .filter((target) => !Object.hasOwn(site.kinds, target))
        .map((target) => {
          const nearest = findNearest(target, Object.keys(site.kinds));
          return diagnose('kind-unknown', findPlace(context, `kinds.${kind.id}.properties.${id}.type`), {
            message: `The site has no kind \`${target}\`.`,
            fix: nearest === undefined ? 'Declare it under kinds.' : `Did you mean \`${nearest}\`?`,
          });
        }),
    ),
  );
  return [...reserved, ...taken, ...unknown];
}
