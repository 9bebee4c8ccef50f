// The declaration of a tensor in an ONNX file in; its name, type and shape out.
import type { ValueInfoProto } from '../generated/onnx_pb'
import { unknownSize } from '../value'
import type { Shape } from '../value'
import { tensorType } from './tensor-types'

export interface DeclaredValue {
  readonly name: string
  /** 'float32', 'uint8' ...; 'no tensor' for sequences and maps. */
  readonly dataType: string
  /** Missing where not even the number of axes is declared. */
  readonly shape?: Shape
}

export function readValue({ name, type }: ValueInfoProto): DeclaredValue {
  if (type?.value.case !== 'tensorType') return { name, dataType: 'no tensor' }
  const { elemType, shape } = type.value.value
  const sizes = shape?.dim.map(({ value }) => {
    if (value.case === 'dimValue') return Number(value.value)
    return value.case === 'dimParam' && value.value !== '' ? value.value : unknownSize
  })
  return { name, dataType: tensorType(elemType).name, shape: sizes }
}
