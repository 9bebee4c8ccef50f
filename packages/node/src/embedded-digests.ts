// Nothing in; the SHA-256 of the manifest of each embedded model, written by copy-models.mjs, out.

export const embeddedDigests = {
  'fashion-small': '91dce539bc11a636e7e754003c2536507793ccba9d7a495c36f20c2f6be5626a',
  'fashion-nano': '513f3be0e02a26b47eb8e45d139dbc0586c774d9f7b02cc5c25acaf4ca3eab25',
} as const
