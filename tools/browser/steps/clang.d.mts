/** The tar of headers and libraries that the pages' compiler reads; `runtime` is the folder of ours. */
export function resources(runtime: string): Promise<Uint8Array>;
