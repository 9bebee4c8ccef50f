// A call of a layer and the values that enter it come in; the shapes of its outputs as tfjs counts them go out.
import { ConversionError } from './conversion-error'
import type { LiveLayer, LiveNode, LiveShape } from './live-model'
import type { Value } from './value'

/** A model may be called on other sizes than it was declared for: then its layers give other shapes than they declare. */
export function shapesOfCall(layer: LiveLayer, node: LiveNode, path: string, inputs: readonly Value[]): readonly LiveShape[] {
  const isAsDeclared = inputs.every((input, i) => liveShape(input).join() === node.inputShapes[i].join())
  return isAsDeclared ? node.outputTensors.map(({ shape }) => shape) : computeShapes(layer, path, inputs)
}

export function computeShapes(layer: LiveLayer, path: string, inputs: readonly Value[]): readonly LiveShape[] {
  const shapes = inputs.map(liveShape)
  try {
    const given = layer.computeOutputShape(shapes.length === 1 ? shapes[0] : shapes)
    return Array.isArray(given[0]) ? given as readonly LiveShape[] : [given as LiveShape]
  } catch (cause) {
    const message = `Cannot convert layer "${path}": tfjs cannot tell what it gives for [${shapes.join('] and [')}]: `
      + `${(cause as Error).message.split('\n')[0]} Call its model on the sizes that it was made for.`
    throw new ConversionError('model-invalid', message, { layer: path, cause })
  }
}

const liveShape = ({ shape }: Value): (number | null)[] => shape.map(size => typeof size === 'number' ? size : null)
