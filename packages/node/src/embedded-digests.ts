// Nothing in; the SHA-256 of the manifest of each embedded model, written by copy-models.mjs, out.

export const embeddedDigests = {
  'fashion-small': '28acb0f38e20640eae685836cf1056460c63f309a262758a396e24fe0189b74e',
  'fashion-nano': '3a7ef17ec9d60d3c961a3d9fa79a510ff83783b3ff5ec9421e6231b107f45089',
} as const
