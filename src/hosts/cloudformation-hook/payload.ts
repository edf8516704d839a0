/** What could not be fetched. The message holds no address: a presigned one is a secret. */
export class UnreadablePayload extends Error {
  override readonly name = 'UnreadablePayload';
}

/** A template has 1 MB at most, and there are two of them, in JSON, or one with its changes. */
const largestPayload = 64 * 1024 * 1024;
/** The hook waits for 30 seconds in all. */
const takesAtMost = 15_000;
const triesAtMost = 3;

/**
 * Fetches what a stack or a change set is judged by, from its presigned address.
 *
 * @throws UnreadablePayload
 */
export async function fetchPayload(address: string, get: typeof fetch): Promise<Readonly<Record<string, unknown>>> {
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:')
    throw new UnreadablePayload('the payload is not addressed by https');
  const signal = AbortSignal.timeout(takesAtMost);
  const text = await tried(() => textOf(address, get, signal), triesAtMost);
  const payload = parse(text);
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload))
    throw new UnreadablePayload('the payload is no object');
  return payload as Readonly<Record<string, unknown>>;
}

async function tried<T>(action: () => Promise<T>, times: number): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (times <= 1) throw error;
    return tried(action, times - 1);
  }
}

async function textOf(address: string, get: typeof fetch, signal: AbortSignal): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let status: number;
  try {
    const response = await get(address, { signal });
    ({ status } = response);
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > largestPayload) break;
      chunks.push(chunk);
    }
  } catch {
    throw new UnreadablePayload('the payload cannot be fetched');
  }
  if (status !== 200) throw new UnreadablePayload(`the payload cannot be fetched: ${String(status)}`);
  if (size > largestPayload) throw new UnreadablePayload('the payload is too large');
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadablePayload('the payload is no JSON');
  }
}
