import type { AddressInfo } from 'node:net';
import { dev as serve, type AstroIntegration } from 'astro';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { printDiagnostic } from '../../diagnostic/print-diagnostics.ts';
import { compileChangedContent, report } from '../compile-content.ts';
import type { CommandOptions } from '../parse-arguments.ts';
import { openProgress } from '../progress.ts';
import { INSTALLATION, type Project } from '../project.ts';
import { serveDevSearch } from '../serve-dev-search.ts';
import { createForgetting } from '../../site/integration.ts';
import { toSiteConfig } from '../to-site-config.ts';
import { watchFolder } from '../watch-folder.ts';

/** What became of the content when it was compiled last. */
type Outcome = Awaited<ReturnType<typeof compileChangedContent>>;

/** What the browser's side of Vite understands. */
type Message =
  | { readonly type: 'full-reload' }
  | {
      readonly type: 'error';
      readonly err: {
        readonly message: string;
        readonly stack: string;
        readonly id: string;
        readonly plugin: string;
        readonly loc?: { readonly file: string; readonly line: number; readonly column: number };
      };
    };

/** Serves the site from the knowledge base and compiles again whenever the content changes. */
export async function dev(project: Project, options: CommandOptions): Promise<number> {
  const progress = openProgress();
  // The compiler itself writes the passage locks; hidden files are nobody's content, and editors write them all the time.
  const changes = watchFolder(
    project.contentFolder,
    (name) => !name.startsWith('.') && !name.endsWith('.passages.json'),
  );
  let compilation = await compileChangedContent(project, 'write', progress);
  report(compilation, project, 'text', 'problems');
  while (compilation.status === 'refused') {
    process.stdout.write('The site opens as soon as this is mended.\n');
    await changes.next();
    compilation = await compileChangedContent(project, 'write', progress);
    report(compilation, project, 'text', 'problems');
  }

  const listeners: ((message: Message) => void)[] = [];
  let current: Outcome = compilation;
  const config = toSiteConfig(project, compilation.knowledgeBaseFile, compilation.site, options);
  process.chdir(INSTALLATION); // Astro resolves packages from the working folder.
  const server = await serve({
    ...config,
    integrations: [
      ...(config.integrations ?? []),
      overlay(listeners, () => current, { ...project, knowledgeBaseFile: compilation.knowledgeBaseFile }),
      serveDevSearch({ knowledgeBaseFile: compilation.knowledgeBaseFile, base: options.base }),
    ],
    server: { host: options.host, ...(options.port === undefined ? {} : { port: options.port }) },
  });
  process.stdout.write(
    `\n  The site is at ${toUrl(server.address, options)}\n  It follows every change in ${project.shownFolder}. Stop it with Ctrl-C.\n\n`,
  );

  const stopped = new AbortController();
  const stop = async (): Promise<void> => {
    stopped.abort();
    changes.close();
    await server.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  for (;;) {
    await changes.next();
    if (stopped.signal.aborted) return 0;
    current = await compileChangedContent(project, 'write', progress);
    report(current, project, 'text', 'problems');
    for (const tell of listeners) tell(toMessage(current, project));
  }
}

/** Shows the first error over the page, also to a page that is opened while the content is wrong. */
function overlay(
  listeners: ((message: Message) => void)[],
  current: () => Outcome,
  project: Project & { readonly knowledgeBaseFile: string },
): AstroIntegration {
  const forget = createForgetting(project.knowledgeBaseFile);
  return {
    name: 'sanad-overlay',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const tell = (message: Message): void => server.ws.send(message);
        listeners.push((message) => {
          const outcome = current();
          if (outcome.status !== 'refused') forget(server, 'groups' in outcome ? outcome.groups : undefined);
          tell(message);
        });
        server.ws.on('connection', () => {
          if (current().status === 'refused') tell(toMessage(current(), project));
        });
      },
    },
  };
}

function toMessage({ status, diagnostics }: Outcome, { shownFolder, contentFolder }: Project): Message {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (status !== 'refused' || !first) return { type: 'full-reload' };
  const { file, point } = first.place;
  const others =
    errors.length > 1
      ? `\n\n${errors
          .slice(1)
          .map((one) => print(one, shownFolder))
          .join('\n\n')}`
      : '';
  return {
    type: 'error',
    err: {
      message: print(first, shownFolder) + others,
      stack: '',
      id: `${contentFolder}/${file}`,
      plugin: 'sanad',
      ...(point ? { loc: { file: `${contentFolder}/${file}`, line: point.line, column: point.column } } : {}),
    },
  };
}

function print(diagnostic: Diagnostic, folder: string): string {
  return printDiagnostic(diagnostic, { folder });
}

function toUrl({ address, port }: AddressInfo, { base }: CommandOptions): string {
  const host =
    address === '::' || address === '0.0.0.0' ? 'localhost' : address.includes(':') ? `[${address}]` : address;
  return `http://${host}:${port}${base}`;
}
