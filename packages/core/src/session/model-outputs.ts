// What is asked of a model, and what it says of a picture.

/** Names of outputs as the manifest calls them, with the values per picture; null: the model's length is not known. */
export type OutputLengths = Readonly<Record<string, number | null>>

/** What the model says of one picture, by the name of the output. */
export type PictureOutputs = Readonly<Record<string, Float32Array>>
