// Nothing in; whether this is an edge runtime of a host, by what it says of itself, out.

export const isEdgeRuntime = (): boolean =>
  'EdgeRuntime' in globalThis || globalThis.navigator?.userAgent === 'Cloudflare-Workers'
