import { hasErrors } from '../../diagnostic/diagnostic.ts';
import { printDiagnostics } from '../../diagnostic/print-diagnostics.ts';
import { checkCoverage } from '../../check/check-coverage.ts';
import { openKnowledgeBase, type KnowledgeBase } from '../../compiler/knowledge-base.ts';
import { toRatio, type Coverage, type Share } from '../../graph/measure-coverage.ts';
import { compileContent, report } from '../compile-content.ts';
import type { CommandOptions } from '../parse-arguments.ts';
import { openProgress } from '../progress.ts';
import type { Project } from '../project.ts';

/** Says what rests on what and what rests on nothing; fails below the thresholds of site.yaml. */
export async function coverage(project: Project, { frozen, format }: CommandOptions): Promise<number> {
  const compilation = await compileContent(project, frozen ? 'frozen' : 'write', openProgress());
  if (compilation.status === 'refused') {
    report(compilation, project, format, 'all');
    return 1;
  }
  const kb = openKnowledgeBase(compilation.knowledgeBaseFile);
  try {
    const measured = kb.coverage();
    const below = checkCoverage(compilation.site, measured, compilation.sitePlaces);
    if (format === 'json') process.stdout.write(`${JSON.stringify({ ...measured, below }, null, 2)}\n`);
    else {
      if (format === 'text') process.stdout.write(printCoverage(measured, kb));
      if (below.length > 0) process.stdout.write(printDiagnostics(below, format, { folder: project.shownFolder }));
    }
    return hasErrors(below) ? 1 : 0;
  } finally {
    kb.close();
  }
}

function printCoverage(coverage: Coverage, kb: KnowledgeBase): string {
  const lines = [
    row('claims with evidence', coverage.claims),
    row('sentences cited', coverage.sentences),
    row('passages used', coverage.passages),
    row('entities named or supported', coverage.entities),
    '',
  ];
  for (const one of coverage.articles) {
    lines.push(
      `articles/${one.article}`,
      row('  sentences cited', one.sentences),
      row('  passages used', one.passages),
    );
    const passages = new Map(kb.passages(`articles/${one.article}`).map(({ id, text }) => [id, text]));
    const text = ({ passage, sentence }: { passage: string; sentence: { start: number; end: number } }): string =>
      `    #${passage}  ${passages.get(passage)?.slice(sentence.start, sentence.end) ?? ''}`;
    const uncited = one.strips.filter(({ claims }) => claims === 0);
    if (uncited.length > 0) lines.push('  sentences without a claim', ...uncited.map(text));
    if (one.unattributed.length > 0)
      lines.push('  attributions without a speaker (saidBy)', ...one.unattributed.map(text));
    lines.push('');
  }
  if (coverage.unsupportedClaims.length > 0)
    lines.push('claims without evidence', ...coverage.unsupportedClaims.map((id) => `  ${id}`), '');
  if (coverage.orphanEntities.length > 0)
    lines.push('entities that no article names', ...coverage.orphanEntities.map((id) => `  ${id}`), '');
  return lines.join('\n');
}

function row(label: string, share: Share): string {
  const percent = (Math.floor(toRatio(share) * 1000) / 10).toFixed(1);
  return `${label.padEnd(30)} ${percent.padStart(5)} %  ${share.count} of ${share.total}`;
}
