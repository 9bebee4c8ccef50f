// Types only: what the inspector tells of a file.
import type { Shape } from '../value'

export interface InspectedTensor {
  readonly name: string
  /** 'float32', 'uint8' ...; 'no tensor' for sequences and maps. */
  readonly dataType: string
  /** Missing where the file does not declare it; '?' is a size without a name. */
  readonly shape?: Shape
}

/** How one operator of the file fares on each execution provider that was measured. */
export interface OperatorPlacement {
  /** As in the file; with the type of its input where that decides, as 'Transpose(uint8)'. */
  readonly operator: string
  /** Nodes in the file. */
  readonly nodes: number
  /** By provider: whether it runs there, without a detour to the CPU. Missing where it was not measured. */
  readonly runsOn?: Readonly<Record<string, boolean>>
}

export interface Inspection {
  /** Size of the file. */
  readonly bytes: number
  readonly irVersion: number
  /** By domain; '' is ONNX itself. */
  readonly opsets: Readonly<Record<string, number>>
  readonly producer: { readonly name: string; readonly version: string }
  readonly inputs: readonly InspectedTensor[]
  readonly outputs: readonly InspectedTensor[]
  /** Number of nodes per operator, sorted by name. */
  readonly operators: Readonly<Record<string, number>>
  /** Numbers in the constants; shapes, scales, zero points and single numbers are none. */
  readonly parameters: number
  /** What those numbers take up. */
  readonly parameterBytes: number
  /** For one item of the batch; sizes known only at run time count as 1. */
  readonly multiplyAccumulates: number
  /** Nodes whose work is not in that number, since their shapes or their operators are not known here. */
  readonly uncounted: readonly string[]
  readonly metadata: Readonly<Record<string, string>>
  readonly placement: readonly OperatorPlacement[]
  /** Versions that the placement was measured with. */
  readonly measuredWith: Readonly<Record<string, string>>
}
