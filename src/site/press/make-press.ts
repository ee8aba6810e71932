import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashGroups, READS } from '../../compiler/knowledge-base.ts';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { DESCRIPTION, removeStalePresses, toUnfinishedFolder } from './remove-stale-presses.ts';

/**
 * What draws pages: the pages' code of the site as Astro bundled it, kept in a folder so that it is bundled again only
 * when one of the files that went into it has changed. Its threads draw with it without Astro's build around them.
 */
export interface Press {
  readonly folder: string;
  /** Of all that went into it: pages that another press drew may differ. */
  readonly key: string;
  /** The same without where anything stands: of two machines with the same content it is the same. */
  readonly content: string;
  readonly entry: string;
  /** Base path of the site, with a slash at each end. */
  readonly base: string;
  /** Styles of each route as Astro found them, by Astro's key of the page. */
  readonly styles: Readonly<Record<string, readonly unknown[]>>;
  readonly scripts: readonly (readonly [specifier: string, file: string])[];
  /** Files of the site that Astro wrote itself: assets, public files, free pages. Relative, sorted. */
  readonly files: readonly string[];
  /** Groups of rows of the knowledge base that the bundle and the free pages were made from. */
  readonly reads: readonly string[];
}

interface PressFile extends Omit<Press, 'folder'> {
  /** Folder without which nobody needs the press any more. */
  readonly project: string;
  readonly inputs: Readonly<Record<string, string>>;
}

export interface PressOptions {
  /** Where presses are kept. Within the installation: bundled code finds packages by walking upwards. */
  readonly folder: string;
  /** Folder of the project that it is made for. */
  readonly project: string;
  /** Path of the site, with a slash at each end. */
  readonly base: string;
  /** Asked for when a press is made: Astro and its plugins take a third of a second to load. */
  readonly toConfig: () => Promise<AstroInlineConfig>;
  /** What the bundle depends on besides files: settings and all that virtual modules hold. */
  readonly settings: string;
  readonly root: string;
  readonly knowledgeBaseFile: string;
}

/** Inputs that are no files. */
const NO_FILES: ReadonlySet<string> = new Set(['settings', 'knowledge', 'code']);
const BUNDLE = 'bundle';
const SITE = 'site';
/** Route of the pages that Astro draws itself, since they may run anything. */
export const FREE_PAGES = 'src/pages/[...lang]/[page].astro';

/** The press for these settings: the one that is there if nothing it was made from has changed, else a new one. */
export async function makePress(options: PressOptions): Promise<Press> {
  const { folder } = options;
  removeStalePresses(dirname(folder));
  const known = readPress(folder);
  if (known && isFresh(known, options)) return { ...known, folder };
  const beside = toUnfinishedFolder(folder);
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true });
  try {
    const made = await buildPress(beside, options);
    writeFileSync(join(beside, DESCRIPTION), JSON.stringify(made));
    rmSync(folder, { recursive: true, force: true });
    renameSync(beside, folder);
    return { ...made, folder };
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
}

/** Where a press keeps the files that belong to the site as they are. */
export function toSiteFolder({ folder }: Pick<Press, 'folder'>): string {
  return join(folder, SITE);
}

/** Address of the bundled code. */
export function toEntryUrl({ folder, entry }: Pick<Press, 'folder' | 'entry'>): string {
  return pathToFileURL(join(folder, BUNDLE, entry)).href;
}

function readPress(folder: string): PressFile | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, DESCRIPTION), 'utf8')) as PressFile;
  } catch {
    // None was made yet, or not to its end.
    return undefined;
  }
}

function isFresh({ inputs, files, reads }: PressFile, options: PressOptions): boolean {
  const { settings, root, folder, knowledgeBaseFile } = options;
  return (
    inputs['settings'] === toHash(settings) &&
    inputs['code'] === hashOwnCode(root) &&
    inputs['knowledge'] === hashGroups(knowledgeBaseFile, reads) &&
    Object.entries(inputs).every(([file, hash]) => NO_FILES.has(file) || hashFile(resolve(root, file)) === hash) &&
    files.every((file) => existsSync(join(folder, SITE, file)))
  );
}

async function buildPress(folder: string, options: PressOptions): Promise<PressFile> {
  const { project, base, toConfig, settings, root, knowledgeBaseFile } = options;
  const site = join(folder, SITE);
  const inputs: Record<string, string> = { settings: toHash(settings) };
  for (const file of listFiles(join(root, 'public')))
    inputs[`public/${file}`] = hashFile(join(root, 'public', file)) ?? '';
  inputs['package-lock.json'] = hashFile(join(root, 'package-lock.json')) ?? '';
  inputs['code'] = hashOwnCode(root);
  const found: Partial<Pick<PressFile, 'entry' | 'styles' | 'scripts'>>[] = [];
  // Which free pages there are is always asked, even where there are none yet.
  const groups = new Set<string>(['page * ']);
  let isListing = false;
  const listen = (group: unknown): void => {
    if (!isListing) groups.add(String(group));
  };
  READS.subscribe(listen);
  const [config, { build }] = await Promise.all([toConfig(), import('astro')]);
  await build({
    ...config,
    outDir: site,
    integrations: [
      ...(config.integrations ?? []),
      pressIntegration(
        folder,
        (part) => found.push(part),
        async (list) => {
          isListing = true;
          try {
            return await list();
          } finally {
            isListing = false;
          }
        },
        (file) => {
          const path = file.replace(/[?#].*$/, '');
          if (!path.startsWith('/') || path.includes('/node_modules/') || !existsSync(path)) return;
          if (statSync(path).isFile())
            inputs[path.startsWith(root) ? path.slice(root.length) : path] ??= hashFile(path) ?? '';
        },
      ),
    ],
    logLevel: 'silent',
  });
  READS.unsubscribe(listen);
  const reads = [...groups].toSorted();
  inputs['knowledge'] = hashGroups(knowledgeBaseFile, reads);
  const { entry, styles = {}, scripts = [] } = Object.assign({}, ...found) as Partial<PressFile>;
  if (entry === undefined) throw new Error('This is a bug in Sanad: Astro drew no page.');
  return {
    project,
    key: toHash(JSON.stringify(Object.entries(inputs).toSorted())),
    content: toHash(
      Object.entries(inputs)
        .flatMap(([name, hash]) => (name === 'settings' ? [base] : [hash]))
        .toSorted()
        .join(),
    ),
    entry,
    base,
    styles,
    scripts,
    files: listFiles(site),
    reads,
    inputs,
  };
}

/**
 * Lets Astro bundle everything and draw the free pages, and keeps the bundle. How the bundle is told of its styles is
 * Astro's own affair: what Astro says to it is listened to and said again in the threads.
 */
function pressIntegration(
  folder: string,
  tell: (part: Partial<PressFile>) => void,
  /** Pages are listed for all routes, of which the press draws but the free ones. */
  listUnheard: <List>(list: () => Promise<List>) => Promise<List>,
  addInput: (file: string) => void,
): AstroIntegration {
  const bundle = join(folder, SITE, '.prerender');
  return {
    name: 'sanad-press',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'sanad-press',
                buildEnd() {
                  for (const id of this.getModuleIds()) addInput(id);
                },
              },
            ],
          },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((own) => {
          return {
            ...own,
            async setup() {
              const entry = readdirSync(bundle).find((name) => /^prerender-entry\..*\.mjs$/.test(name));
              if (entry === undefined) throw new Error('This is a bug in Sanad: the bundle of pages was not found.');
              const { app } = (await import(pathToFileURL(join(bundle, entry)).href)) as { app: BundledApp };
              const setInternals = app.setInternals.bind(app);
              app.setInternals = (internals) => {
                tell({
                  entry,
                  styles: Object.fromEntries([...internals.pagesByKeys].map(([key, { styles }]) => [key, styles])),
                  scripts: [...internals.entrySpecifierToBundleMap],
                });
                setInternals(internals);
              };
              await own.setup?.();
            },
            getStaticPaths: async () =>
              (await listUnheard(() => own.getStaticPaths())).filter(({ route }) => route.component === FREE_PAGES),
            async teardown() {
              await own.teardown?.();
              cpSync(bundle, join(folder, BUNDLE), { recursive: true });
            },
          };
        });
      },
    },
  };
}

/** What Astro's bundle lets be set from outside. */
export interface BundledApp {
  setInternals(internals: {
    readonly pagesByKeys: ReadonlyMap<string, { readonly styles: readonly unknown[] }>;
    readonly entrySpecifierToBundleMap: ReadonlyMap<string, string>;
  }): void;
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((file) => !file.startsWith('.prerender/'))
    .toSorted();
}

/** Of the code that makes fonts and style sheets: it stands beside the bundle, which therefore does not name it. */
function hashOwnCode(root: string): string {
  const names = readdirSync(join(root, 'src/site')).filter((name) => name.endsWith('.ts'));
  return toHash(
    names
      .toSorted()
      .map((name) => `${name} ${hashFile(join(root, 'src/site', name)) ?? ''}`)
      .join('\n'),
  );
}

function hashFile(file: string): string | undefined {
  try {
    return toHash(readFileSync(file));
  } catch {
    // It is gone.
    return undefined;
  }
}

function toHash(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
