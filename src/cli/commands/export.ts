import { openKnowledgeBase } from '../../compiler/knowledge-base.ts';
import { printDiagnostics } from '../../diagnostic/print-diagnostics.ts';
import { writeExport, type ExportFormat } from '../../export/write-export.ts';
import { toAddresses, toWording } from '../../site/models/page-data.ts';
import { createPageContext } from '../../site/page-context.ts';
import { writeCsv } from '../../site/write-csv.ts';
import { compileChangedContent } from '../compile-content.ts';
import type { CommandOptions } from '../parse-arguments.ts';
import { openProgress } from '../progress.ts';
import type { Project } from '../project.ts';

/** Writes all that the content claims to the standard output, once it is proven. */
export async function exportGraph(project: Project, options: CommandOptions): Promise<number> {
  const compilation = await compileChangedContent(project, options.frozen ? 'frozen' : 'write', openProgress());
  if (compilation.status === 'refused') {
    // The standard output is for the export alone.
    process.stderr.write(printDiagnostics(compilation.diagnostics, 'text', { folder: project.shownFolder }));
    return 1;
  }
  // Whoever reads may have read enough, as `head` does.
  process.stdout.once('error', () => process.exit(0));
  const kb = openKnowledgeBase(compilation.knowledgeBaseFile);
  try {
    for (const text of readExport(kb, options.exportFormat, options)) {
      if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
  } finally {
    kb.close();
  }
  return 0;
}

function readExport(
  kb: ReturnType<typeof openKnowledgeBase>,
  format: ExportFormat,
  { base, url }: Pick<CommandOptions, 'base' | 'url'>,
): Generator<string> {
  const { site } = kb;
  const context = createPageContext(kb, { base, siteUrl: url ?? site.url }, site.languages[0] ?? 'en');
  let isFirst = true;
  return writeExport(format, {
    site,
    articles: function* () {
      for (const { id } of kb.articles()) {
        const article = kb.article(id);
        if (article !== undefined) yield article;
      }
    },
    entities: function* () {
      for (const id of kb.entityIds()) {
        const entity = kb.entity(id);
        if (entity !== undefined) yield entity;
      }
    },
    claims: (entity) => kb.claims(entity).map((claim) => ({ claim, evidence: kb.evidence(claim.id) })),
    mentioned: (article) => [...new Set(kb.mentionsIn(`articles/${article}`).map(({ entity }) => entity))].toSorted(),
    addresses: toAddresses(context),
    wording: toWording(context),
    writeRows: (rows) => {
      // The mark by which spreadsheets know the encoding stands once, at the beginning.
      const text = writeCsv(rows);
      const written = isFirst ? text : text.slice(1);
      isFirst = false;
      return written;
    },
  });
}
