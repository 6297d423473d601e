import pino from 'pino';

export type Log = pino.Logger;

/** JSON lines on standard output. Whatever may hold a secret or a person's way in is never written (ATTACKS S114). */
export function createLog(level: string): Log {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'password',
        'token',
        'secret',
        '*.password',
        '*.token',
        '*.secret',
        'headers.authorization',
        'headers.cookie',
        'err.sql',
        'err.bindings',
      ],
      censor: '[redacted]',
    },
  });
}
