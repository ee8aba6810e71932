// `npm run bench:text`: the text core against its targets, as one table. `--quick` shrinks everything, to see that it runs.
import { cpus, loadavg } from 'node:os';
import { type AlignmentSizes, measureAlignment } from './measure-alignment.ts';
import { type AnchoringSizes, measureAnchoring } from './measure-anchoring.ts';
import { measureSeed } from './measure-seed.ts';
import { measureSpeed, type SpeedSizes } from './measure-speed.ts';
import { printTable } from './row.ts';

interface Sizes {
  readonly anchoring: AnchoringSizes;
  readonly alignment: AlignmentSizes;
  readonly speed: SpeedSizes;
}

const FULL: Sizes = {
  anchoring: {
    words: 10_000,
    quotations: 400,
    absent: [
      { words: 1000, count: 2100 },
      { words: 10_000, count: 2100 },
      { words: 100_000, count: 640 },
    ],
  },
  alignment: { words: 10_000, rounds: 10 },
  speed: { words: 10_000, quotations: 1000, entities: 10_000, mentionWords: 1_000_000, passages: 500 },
};

const QUICK: Sizes = {
  anchoring: { words: 3000, quotations: 60, absent: [{ words: 1000, count: 100 }] },
  alignment: { words: 2000, rounds: 2 },
  speed: { words: 3000, quotations: 100, entities: 500, mentionWords: 20_000, passages: 60 },
};

const sizes = process.argv.includes('--quick') ? QUICK : FULL;
const rows = [
  ...measureSeed(),
  ...measureAnchoring(sizes.anchoring),
  ...measureAlignment(sizes.alignment),
  ...measureSpeed(sizes.speed),
];
console.log(printTable(rows));
const load = loadavg()[0]?.toFixed(1) ?? '?';
console.log(
  `\nNode ${process.version}, ${cpus().length} cores, load ${load}${sizes === QUICK ? '; quick sizes' : ''}.`,
);
