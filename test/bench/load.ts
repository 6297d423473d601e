import { Agent, request } from 'node:http';

/** What a run of requests took. Times in milliseconds. */
export interface Figures {
  requests: number;
  perSecond: number;
  p50: number;
  p99: number;
  /** Answers by status. */
  statuses: Record<number, number>;
}

export interface Shot {
  method: string;
  path: string;
  body?: string;
  headers?: Record<string, string>;
}

/** Sends `shot(index)` over `connections` kept-alive connections, each one after another, `count` in all. */
export async function fire(
  url: string,
  connections: number,
  count: number,
  shot: (index: number) => Shot,
): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const statuses: Record<number, number> = {};
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const index = next;
      next += 1;
      const began = performance.now();
      const status = await send(url, agent, shot(index));
      times.push(performance.now() - began);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { requests: count, perSecond: count / seconds, ...quantiles(times), statuses };
}

export function quantiles(times: number[]): { p50: number; p99: number } {
  const sorted = [...times].sort((left, right) => left - right);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

function send(url: string, agent: Agent, { method, path, body, headers = {} }: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url + path,
      {
        method,
        agent,
        headers: {
          ...headers,
          ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}),
        },
      },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}
