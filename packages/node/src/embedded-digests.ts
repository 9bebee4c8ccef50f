// Nothing in; the SHA-256 of the manifest of each embedded model, written by copy-models.mjs, out.

export const embeddedDigests = {
  'fashion-small': '52c776e1201e60af0918f0409c22093b7474de97a5212c0dc8014f3477bea420',
  'fashion-nano': 'af448ac43273b550e95a88006ed01d9fa43c14701bdc3e4a244bcb2cdc94e4ed',
} as const
