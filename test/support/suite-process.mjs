import { performance } from 'node:perf_hooks';

/*
 * Loaded into a suite's process after tsx: temporary files of tests go into the suite's own folder, while tsx keeps what it has
 * translated in the usual one, where the other suites find it.
 */
if (process.env.BOOKPANE_TEST_FOLDER) process.env.TMPDIR = process.env.BOOKPANE_TEST_FOLDER;

/*
 * Background work gives way while the process is busy with people (server/lib/courtesy.ts). Here visitors, server and mail server
 * are one process, and mail would wait for itself, half a second a piece.
 */
performance.eventLoopUtilization = () => ({ idle: 1, active: 0, utilization: 0 });
