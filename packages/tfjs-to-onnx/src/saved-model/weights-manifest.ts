// The weightsManifest of a model.json in; what is wrong with it, or nothing, out.

/** One learned tensor of the file, as tfjs writes it. */
export interface WeightSpec {
  readonly name: string
  readonly shape: readonly number[]
  readonly dtype: string
  readonly quantization?: { readonly dtype: string }
}

export interface WeightGroup {
  readonly paths: readonly string[]
  readonly weights: readonly WeightSpec[]
}

/** @returns a part of a sentence, or undefined where the value is a list of WeightGroup. */
export function findManifestFault(manifest: unknown): string | undefined {
  if (!Array.isArray(manifest) || !manifest.every(isGroup)) return 'it has no list of weights (weightsManifest)'
  const weights = manifest.flatMap(group => group.weights as unknown[])
  const wrong = weights.find(weight => !isWeight(weight))
  if (wrong !== undefined) return `its weightsManifest holds ${JSON.stringify(wrong)}, which describes no weight`
  const names = weights.map(weight => (weight as WeightSpec).name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  return twice === undefined ? undefined : `its weightsManifest holds the weight "${twice}" twice`
}

interface Group {
  readonly paths: readonly unknown[]
  readonly weights: readonly unknown[]
}

function isGroup(value: unknown): value is Group {
  const { paths, weights } = (value ?? {}) as Partial<Group>
  return Array.isArray(paths) && paths.every(isText) && Array.isArray(weights)
}

function isWeight(value: unknown): value is WeightSpec {
  const { name, shape, dtype, quantization } = (value ?? {}) as Partial<WeightSpec>
  const isSize = (size: unknown): boolean => Number.isInteger(size) && Number(size) >= 0
  return isText(name) && isText(dtype) && Array.isArray(shape) && shape.every(isSize)
    && (quantization === undefined || isText(quantization?.dtype))
}

const isText = (value: unknown): value is string => typeof value === 'string'
