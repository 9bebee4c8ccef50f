// Nothing in; the SHA-256 of the manifest of each embedded model, written by copy-models.mjs, out.

export const embeddedDigests = {
  'fashion-small': 'dc74a0376246d9208aa259579691323164f5daac2b0bff46cae64c4ff1a1cfef',
  'fashion-nano': '1fc120fbb14cbb174113866b36f035f7069ac45ab08c7897f226f218f75832e1',
} as const
