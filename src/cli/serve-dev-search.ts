import { statSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { openKnowledgeBase } from '../compiler/knowledge-base.ts';
import { indexKnowledgeBase } from '../search/build-search-index.ts';
import { normalizeBase } from '../site/urls.ts';
import { TYPES } from './serve-folder.ts';
import { toSearchPlaces } from './to-search-places.ts';

export interface DevSearchSettings {
  readonly knowledgeBaseFile: string;
  readonly base: string;
}

type Files = ReadonlyMap<string, string | Uint8Array>;

/**
 * A search index for the site that is being written: made from the knowledge base when somebody searches, and made again when
 * somebody searches after a change. Nobody waits for it who only reads.
 */
export function serveDevSearch(settings: DevSearchSettings): AstroIntegration {
  const readFiles = rememberByDate(settings.knowledgeBaseFile, () => makeFiles(settings));
  return {
    name: 'sanad-search',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        server.middlewares.use(`${normalizeBase(settings.base)}pagefind/`, (request, response) => {
          const path = (request.url ?? '').replace(/^\/+|[?#].*$/g, '');
          readFiles()
            .then((files) => {
              const content = files.get(path);
              response.writeHead(content === undefined ? 404 : 200, {
                'content-type': TYPES[/\.[a-z]+$/.exec(path)?.[0] ?? ''] ?? 'application/octet-stream',
                'cache-control': 'no-store',
              });
              response.end(content);
            })
            .catch((error: unknown) => {
              logger.error(
                `The search index could not be made: ${error instanceof Error ? error.message : String(error)}`,
              );
              response.writeHead(500).end();
            });
        });
      },
    },
  };
}

async function makeFiles({ knowledgeBaseFile, base }: DevSearchSettings): Promise<Files> {
  const kb = openKnowledgeBase(knowledgeBaseFile);
  try {
    // There are no finished pages to read: what they draw around their text is not found until the site is built.
    const places = toSearchPlaces(kb.site, { base, siteUrl: kb.site.url, outputFolder: '' });
    const files = new Map<string, string | Uint8Array>();
    await indexKnowledgeBase(kb, { ...places, readPage: () => undefined }, (path, content) => files.set(path, content));
    return files;
  } finally {
    kb.close();
  }
}

/** One at a time: whoever asks while it is being made gets the same. What failed is tried again. */
function rememberByDate(file: string, make: () => Promise<Files>): () => Promise<Files> {
  let known: { readonly date: number; readonly files: Promise<Files> } | undefined;
  return () => {
    const date = statSync(file).mtimeMs;
    if (known?.date === date) return known.files;
    const before = known?.files.catch(() => undefined) ?? Promise.resolve();
    const files = before.then(make);
    known = { date, files };
    files.catch(() => {
      if (known?.files === files) known = undefined;
    });
    return files;
  };
}
