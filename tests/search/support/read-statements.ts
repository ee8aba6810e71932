import { join } from 'node:path';
import { compile } from '../../../src/compiler/compile.ts';
import { openKnowledgeBase } from '../../../src/compiler/knowledge-base.ts';
import { readDocuments } from '../../../src/search/read-documents.ts';
import { ROOT } from '../../support/sites.ts';
import type { Statement } from './same-statement.ts';

/** Everything that claims of a site say, with the passages they rest on. `work` is a folder to compile in. */
export async function readStatements(content: string, work: string): Promise<readonly Statement[]> {
  const compilation = await compile({ contentFolder: join(ROOT, content), cacheFolder: work, locks: 'frozen' });
  if (compilation.status === 'refused') throw new Error(`The content of ${content} was refused.`);
  const kb = openKnowledgeBase(compilation.knowledgeBaseFile);
  try {
    const places = {
      toHref: (language: string, document: string) => `/${language}/${document}/`,
      toSortKey: (_: string, title: string) => title,
      toPassageTitle: (_: string, title: string, ordinal: number) => `${title} ${String(ordinal)}`,
      readPage: () => undefined,
    };
    const documents = new Map([...readDocuments(kb, places)].map((document) => [document.id, document]));
    return kb.articles().flatMap(({ id }) =>
      kb.evidenceIn(id).flatMap(({ claim, words, spans }): readonly Statement[] => {
        const { entity = '', name = '' } = kb.claim(claim) ?? {};
        const said = documents.get(entity)?.sections.filter(({ fragment }) => fragment === name) ?? [];
        const texts = [words, ...said.map(({ text }) => text)];
        return spans.map(({ passage }) => ({ passage: `articles/${id}#${passage}`, entity, texts }));
      }),
    );
  } finally {
    kb.close();
  }
}
