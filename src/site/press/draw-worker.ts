import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { READS } from '../../compiler/knowledge-base.ts';
import type { Press } from './make-press.ts';
import { FREE_PAGES, toEntryUrl } from './make-press.ts';
import { hashGroup } from '../../compiler/hash-group.ts';
import { toFile } from './to-file.ts';

/** A page of the site by its route's file and its path without base, such as `/members/belgium`. */
export interface PagePath {
  readonly component: string;
  readonly path: string;
  /** The same for a page in all its languages. */
  readonly owner: string;
}

export interface DrawnPage {
  /** Relative to the folder of the site. */
  readonly file: string;
  /** Hashes of the groups of rows that it was drawn from. */
  readonly reads: Uint32Array;
}

/** What a thread is asked, and what it answers. */
export type DrawTask =
  { readonly type: 'list' } | { readonly type: 'draw'; readonly folder: string; readonly pages: readonly PagePath[] };
export type DrawAnswer =
  | { readonly type: 'listed'; readonly pages: readonly PagePath[] }
  | { readonly type: 'drawn'; readonly pages: readonly DrawnPage[] }
  | { readonly type: 'failed'; readonly message: string; readonly stack: string; readonly path: string };

export interface DrawSettings {
  readonly press: Press;
  readonly siteUrl: string;
}

interface Route {
  readonly component: string;
  readonly type: string;
  readonly pathname?: string;
  readonly route: string;
  readonly segments: readonly (readonly {
    readonly content: string;
    readonly dynamic: boolean;
    readonly spread: boolean;
  }[])[];
}

/** What is asked of the bundle that Astro made. */
interface App {
  readonly manifest: { readonly routes: readonly { readonly routeData: Route }[] };
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  getComponentByRoute(route: Route): Promise<{ getStaticPaths?: (options: unknown) => unknown }>;
  render(request: Request, options: { readonly routeData: Route }): Promise<Response>;
}

const { press, siteUrl } = workerData as DrawSettings;
const { app } = (await import(toEntryUrl(press))) as { app: App };
app.setInternals({
  pagesByKeys: new Map(Object.entries(press.styles).map(([key, styles]) => [key, { styles: [...styles] }])),
  entrySpecifierToBundleMap: new Map(press.scripts),
});
app.setOptions({ settings: { scripts: [], config: {} }, logger: { options: { destination: { write: () => true } } } });
const routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.component, routeData]));
const folders = new Set<string>();
const reads = new Set<string>();
READS.subscribe((group) => reads.add(group as string));

parentPort?.on('message', (task: DrawTask) => {
  void answer(task).then((message) => parentPort?.postMessage(message));
});

async function answer(task: DrawTask): Promise<DrawAnswer> {
  let path = '';
  try {
    if (task.type === 'list') return { type: 'listed', pages: await listPages() };
    const pages: DrawnPage[] = [];
    for (const page of task.pages) {
      path = page.path;
      pages.push(await draw(page, task.folder));
    }
    return { type: 'drawn', pages };
  } catch (error) {
    const { message = String(error), stack = '' } = error as Partial<Error>;
    return { type: 'failed', message, stack, path };
  }
}

async function draw({ component, path }: PagePath, folder: string): Promise<DrawnPage> {
  const routeData = routes.get(component);
  if (routeData === undefined) throw new Error(`This is a bug in Sanad: there is no route ${component}.`);
  reads.clear();
  const isPage = routeData.type === 'page';
  const address = `${press.base}${encodeURI(path.slice(1))}${isPage && path !== '/' ? '/' : ''}`;
  const response = await app.render(new Request(new URL(address, siteUrl)), { routeData });
  const body = Buffer.from(await response.arrayBuffer());
  const file = toFile(path);
  const target = join(folder, file);
  const parent = dirname(target);
  if (!folders.has(parent)) {
    mkdirSync(parent, { recursive: true });
    folders.add(parent);
  }
  writeFileSync(target, body);
  return { file, reads: Uint32Array.from(reads, hashGroup) };
}

async function listPages(): Promise<PagePath[]> {
  const pages: PagePath[] = [];
  for (const route of routes.values()) {
    if (!route.component.startsWith('src/pages/') || route.component === FREE_PAGES) continue;
    if (route.pathname !== undefined) {
      pages.push({ component: route.component, path: route.pathname, owner: route.component });
      continue;
    }
    const { getStaticPaths } = await app.getComponentByRoute(route);
    const found = (await getStaticPaths?.({})) as readonly {
      readonly params: Readonly<Record<string, string | undefined>>;
      readonly props?: Readonly<Record<string, unknown>>;
    }[];
    for (const { params, props = {} } of found) {
      // What a route gives its page was read before the page was drawn: with other props it is another page.
      const rest = Object.entries({ ...params, ...props }).filter(([name]) => name !== 'lang');
      pages.push({
        component: route.component,
        path: toPath(route, params),
        owner: `${route.component} ${JSON.stringify(rest)}`,
      });
    }
  }
  // What one page was drawn from is still at hand for the same page in the next language.
  return [...Map.groupBy(pages, ({ owner }) => owner).values()].flat();
}

function toPath({ segments }: Route, params: Readonly<Record<string, string | undefined>>): string {
  const parts = segments
    .map((segment) =>
      segment
        .map(({ content, dynamic, spread }) =>
          dynamic ? (params[spread ? content.replace(/^\.\.\./, '') : content] ?? '') : content,
        )
        .join(''),
    )
    .filter((part) => part !== '');
  return `/${parts.join('/')}`;
}
