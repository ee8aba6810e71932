// Builds the index of a made-up site and says what that takes: `node tests/bench/search-scale.ts 10000 [folder]`. One size for
// each run, because the memory of a process is only ever told at its highest.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeSearchIndex } from '../../src/search/build-search-index.ts';
import { generateSite } from './generate-documents.ts';

const pages = Number(process.argv[2] ?? 1000);
const kept = process.argv[3];
const folder = kept ?? mkdtempSync(join(tmpdir(), 'sanad-scale-'));
const generated = performance.now();
let count = 0;
for (const { id } of generateSite(pages).documents()) count += id.length;
const generating = performance.now() - generated;

const sizes = new Map<string, { files: number; bytes: number }>();
const begun = performance.now();
const before = process.resourceUsage();
await writeSearchIndex(generateSite(pages).documents(), (path, content) => {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  const group = /^(index|records|words|filters)\//.exec(path)?.[1] ?? (path.endsWith('.pf_meta') ? 'lists' : 'rest');
  const size = sizes.get(group) ?? { files: 0, bytes: 0 };
  sizes.set(group, { files: size.files + 1, bytes: size.bytes + Buffer.byteLength(content) });
});
const time = performance.now() - begun;
const after = process.resourceUsage();
const own = (after.userCPUTime + after.systemCPUTime - before.userCPUTime - before.systemCPUTime) / 1000;
console.log(
  `${pages} pages (${count > 0 ? 'made up' : 'none'} in ${(generating / 1000).toFixed(1)} s, which the times hold):`,
);
console.log(`  time ${(time / 1000).toFixed(1)} s; processor ${((own - generating) / pages).toFixed(2)} ms a document`);
console.log(`  memory at most ${Math.round(after.maxRSS / 1024)} MB; load ${loadavg()[0]?.toFixed(1)}`);
for (const [group, { files, bytes }] of [...sizes].toSorted())
  console.log(`  ${group.padEnd(8)} ${String(files).padStart(6)} files ${(bytes / 1024).toFixed(0).padStart(8)} KB`);
if (kept === undefined) rmSync(folder, { recursive: true, force: true });
