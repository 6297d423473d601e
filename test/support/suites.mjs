import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const timeCases = ['test/availability/time-cases.test.ts', 'test/availability/time-cases-http.test.ts'];

/** Thirds of the browser's: its files as they are called. */
const browserThirds = [/^test\/e2e\/admin-[a-c]/, /^test\/e2e\/admin-[d-z]/, /^test\/e2e\/(?!admin-)/];
/** What staff work with beside customers. */
const office = /^test\/(?:bookings|catalog|invoices|providers|reports|settings)\//;
/** What starts programs, builds schemas and bundles, or reads all of the code. */
const wholes = /^test\/(?:commands\/|[^/]+$)/;

/**
 * What `npm test` runs, two at a time where there are two processors: the longest first, and the browser beside something that isn't one.
 * Each is a mocha process of its own, ended when it takes longer than `minutes`. `needs` names a program without which the suite is only listed.
 */
const all = [
  {
    name: 'browser, first third',
    files: (file) => browserThirds[0].test(file),
    environment: {},
    minutes: 8,
    needs: 'Chromium',
  },
  {
    name: 'customers',
    files: (file) => file.startsWith('test/customers/'),
    environment: { TZ: 'UTC' },
    minutes: 8,
  },
  {
    name: 'browser, second third',
    files: (file) => browserThirds[1].test(file),
    environment: {},
    minutes: 8,
    needs: 'Chromium',
  },
  {
    name: 'rules and database',
    files: (file) => !/^test\/(?:e2e|races|http|customers)\//.test(file) && !office.test(file) && !wholes.test(file),
    environment: { TZ: 'UTC' },
    minutes: 8,
  },
  { name: 'office', files: (file) => office.test(file), environment: { TZ: 'UTC' }, minutes: 8 },
  {
    name: 'browser, third third',
    files: (file) => browserThirds[2].test(file),
    environment: {},
    minutes: 8,
    needs: 'Chromium',
  },
  { name: 'HTTP', files: (file) => file.startsWith('test/http/'), environment: { TZ: 'UTC' }, minutes: 8 },
  { name: 'programs and schemas', files: (file) => wholes.test(file), environment: { TZ: 'UTC' }, minutes: 8 },
  { name: 'races', files: (file) => file.startsWith('test/races/'), environment: {}, minutes: 5 },
  {
    name: 'time cases in New York',
    files: (file) => timeCases.includes(file),
    environment: { TZ: 'America/New_York' },
    minutes: 2,
  },
  {
    name: 'time cases in Apia',
    files: (file) => timeCases.includes(file),
    environment: { TZ: 'Pacific/Apia' },
    minutes: 2,
  },
];

/** The suites with the files that exist now and whose path contains one of `parts` (all when there is none). */
export function suitesIn(root, parts) {
  const found = testFiles(root, 'test').filter(
    (file) => parts.length === 0 || parts.some((part) => file.includes(part)),
  );
  return all.map((suite) => ({ ...suite, files: found.filter(suite.files) }));
}

function testFiles(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return testFiles(root, path);
      return entry.name.endsWith('.test.ts') ? [path] : [];
    })
    .sort();
}
