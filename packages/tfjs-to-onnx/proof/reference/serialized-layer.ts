// A layer as its JSON holds it; types only.

export interface SerializedLayer {
  readonly className: string
  readonly config: Readonly<Record<string, unknown>>
}
