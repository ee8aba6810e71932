import { Worker } from 'node:worker_threads';
import type { SiteConfig } from '../schema/site-schema.ts';
import type { SearchIndexReport } from '../search/build-search-index.ts';

/** What the thread that indexes a site must know. */
export interface SearchRequest extends Pick<SiteConfig, 'languages'> {
  readonly knowledgeBaseFile: string;
  /** The new folder of the site. */
  readonly outputFolder: string;
  /** Where finished free pages lie. */
  readonly pagesFolder: string;
  readonly memoryFile: string;
  /** Of all settings and code. */
  readonly key: string;
  readonly base: string;
  readonly siteUrl: string;
  /** The site that stands in `folder`, if it can be built upon. */
  readonly last:
    | {
        readonly id: string;
        readonly folder: string;
        readonly recordFile: string;
        /** Groups of rows that changed since. */
        readonly changed: readonly string[];
      }
    | undefined;
}

export interface SearchOrder {
  readonly type: 'remember';
  readonly id: string;
}
export type SearchAnswer =
  { readonly type: 'built'; readonly report: SearchIndexReport } | { readonly type: 'remembered' };

/** An index that is being written. */
export interface Search {
  readonly built: Promise<SearchIndexReport>;
  /** To be called when the site stands in its place: the next build begins with this one. */
  readonly remember: (id: string) => Promise<void>;
  /** Stops what is still being done. */
  readonly close: () => Promise<void>;
}

/** Indexes a site in a thread of its own: it needs the knowledge base, and no page but the free ones. */
export function startSearch(request: SearchRequest): Search {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), {
    workerData: request,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const hear = <T extends SearchAnswer['type']>(type: T): Promise<Extract<SearchAnswer, { readonly type: T }>> =>
    new Promise((resolve, reject) => {
      const onMessage = (answer: SearchAnswer): void => {
        if (answer.type !== type) return;
        worker.off('message', onMessage).off('error', reject);
        resolve(answer as Extract<SearchAnswer, { readonly type: T }>);
      };
      worker.on('message', onMessage).on('error', reject);
    });
  const built = hear('built').then(({ report }) => report);
  // A fault is told to whoever waits, however much later.
  built.catch(() => undefined);
  return {
    built,
    remember: async (id) => {
      const remembered = hear('remembered');
      worker.postMessage({ type: 'remember', id } satisfies SearchOrder);
      await remembered;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
