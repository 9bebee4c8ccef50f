// Nothing in; the SHA-256 of the manifest of each embedded model, written by copy-models.mjs, out.

export const embeddedDigests = {
  'fashion-small': '28acb0f38e20640eae685836cf1056460c63f309a262758a396e24fe0189b74e',
  'fashion-nano': '1fc120fbb14cbb174113866b36f035f7069ac45ab08c7897f226f218f75832e1',
} as const
