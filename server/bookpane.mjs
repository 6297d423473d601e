#!/usr/bin/env node
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { complaintAboutNode } from './setup/node-version.mjs';

const help = `Bookpane: a booking system that any website embeds with one script tag.

  bookpane start     start the server; on a fresh clone this also installs, builds, migrates and fills a demo business
  bookpane start --empty   the same for your own business: no demo, and a link to set it up
  bookpane setup     prepare a new installation without the demo; with --name, --kind and --email all of it (setup --help)
  bookpane migrate   bring the database up to date
  bookpane demo      fill an empty database with the demo business
  bookpane doctor    check the installation and say what is wrong
  bookpane build     build dist/ anew
  bookpane dev       build and start, and again after every change
  bookpane help      this text

Settings come from the environment; example.env explains each.
`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const command = process.argv[2] || 'help';

// The other pieces are imported only after this, since an old Node could not even read them.
const complaint = complaintAboutNode(process.versions.node);
if (complaint) {
  console.error(complaint);
  process.exitCode = 1;
} else if (/^(?:help|--help|-h)$/.test(command)) {
  console.log(help);
} else if (await prepare()) {
  // In this very process, so that signals and the exit code are the server's own. It reads the command from process.argv.
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(root, 'dist', 'server', 'main.js')).href);
}

/** Installs and builds what is missing. Answers whether there is a command left to hand on. */
async function prepare() {
  try {
    const { ensureInstalled } = await import('./setup/install.mjs');
    await ensureInstalled(root);
    if (command === 'dev') {
      const { develop } = await import('./setup/develop.mjs');
      await develop(root, process.argv.slice(3));
      return false;
    }
    const { build, ensureBuilt } = await import('./setup/build.mjs');
    if (command === 'build') await build(root);
    else await ensureBuilt(root);
    return command !== 'build';
  } catch (error) {
    // What goes wrong here is told in words; a stack would hide them.
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    return false;
  }
}
