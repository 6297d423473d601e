import type { AddressInfo } from 'node:net';
import express from 'express';

/* A bare Express answer in a process of its own: what the machine gives when nothing is done. Prints its port. */
const app = express();
app.get('/', (_request, response) => {
  response.json({ hello: 'world' });
});
const server = app.listen(0, '127.0.0.1', () => console.log(`port ${(server.address() as AddressInfo).port}`));
process.on('SIGTERM', () => process.exit(0));
