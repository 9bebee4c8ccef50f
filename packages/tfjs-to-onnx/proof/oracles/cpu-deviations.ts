// A model as data in; why tfjs's plain JavaScript backend computes it wrongly, or undefined, out.
import { isGraph, isLayer } from '../graph-spec'
import type { GraphSpec, LayerSettings, LayerSpec } from '../graph-spec'

export interface CpuDeviation {
  readonly id: string
  readonly classes: readonly string[]
  readonly applies: (config: LayerSettings, inputShapes: readonly (readonly number[])[]) => boolean
  /** What the backend does instead. */
  readonly fault: string
}

/** Every row was seen: cpu-deviations.test.ts shows that the backend still differs from the definition there. */
export const cpuDeviations: readonly CpuDeviation[] = [
  {
    id: 'batch-normalization-axis',
    classes: ['BatchNormalization'],
    applies: ({ axis = -1 }, [shape]) => axis !== -1 && axis !== shape.length,
    fault: 'reads the statistics along the last axis, whatever the axis is',
  },
  {
    id: 'same-padding-3d',
    classes: ['Conv3D', 'MaxPooling3D', 'AveragePooling3D'],
    applies: (config, [shape]) => config.padding === 'same' && [0, 1, 2].some(axis => padsNegatively(config, shape, axis)),
    fault: 'pads by a negative amount where the windows leave out the end of the input',
  },
  {
    id: 'same-padding-3d-transposed',
    classes: ['Conv3DTranspose'],
    applies: config => config.padding === 'same' && [0, 1, 2].some(axis => windowOf(config, axis) < strideOf(config, axis)),
    fault: 'pads by a negative amount where the window is smaller than the stride',
  },
]

function padsNegatively(config: LayerSettings, shape: readonly number[], axis: number): boolean {
  const length = shape[config.dataFormat === 'channelsFirst' ? axis + 1 : axis]
  const stride = strideOf(config, axis)
  return (Math.ceil(length / stride) - 1) * stride + windowOf(config, axis) < length
}

const windowOf = (config: LayerSettings, axis: number): number => along(config.kernelSize ?? config.poolSize ?? 2, axis)
const strideOf = (config: LayerSettings, axis: number): number => along(config.strides ?? config.poolSize ?? 1, axis)
const along = (value: unknown, axis: number): number => Number(Array.isArray(value) ? value[axis] : value)

export function cpuDeviationOf(graph: GraphSpec): CpuDeviation | undefined {
  for (const { run, from } of graph.steps) {
    if (isGraph(run)) {
      const deviation = cpuDeviationOf(run)
      if (deviation) return deviation
    }
    if (!isLayer(run)) continue
    const shapes = from.map(name => graph.inputs.find(input => input.name === name)?.shape ?? [])
    const deviation = deviationOf(run, shapes)
    if (deviation) return deviation
  }
  return undefined
}

const deviationOf = ({ class: className, config = {} }: LayerSpec, shapes: readonly (readonly number[])[]) =>
  cpuDeviations.find(({ classes, applies }) => classes.includes(className) && applies(config, shapes))
