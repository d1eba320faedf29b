// How the facts are had: over the network, as files beside the scripts. The single file has them inside (config/single-build.ts).

/** Milliseconds a data file may take; sizes go on without it. */
const PATIENCE = 20_000;

/** Rejects when the file cannot be had in time. */
export async function fetchText(address: URL): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${String(response.status)} for ${address.pathname}`);
  return response.text();
}
