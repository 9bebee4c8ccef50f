// A session on a GPU in; one that runs it only with batches of 1, 2, 4, 8 ... pictures, results cut back, out.
import type { Session } from '../runtime'
import type { InputTensor, InputType, Tensor } from '../tensor'

/**
 * GPU providers compile their kernels anew for each shape. Of 128 batch sizes 8 are left, at the cost of computing up
 * to twice the pictures; the added ones are blank.
 */
export class PaddedSession implements Session {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  get runtime(): Session['runtime'] {
    return this.#session.runtime
  }

  get runtimeVersion(): string {
    return this.#session.runtimeVersion
  }

  get threads(): number {
    return this.#session.threads
  }

  get offThread(): boolean {
    return this.#session.offThread ?? false
  }

  async run(inputName: string, input: InputTensor, outputNames: readonly string[]): Promise<Record<string, Tensor>> {
    const pictures = input.dims[0]
    const padded = nextPowerOfTwo(pictures)
    if (padded === pictures) return this.#session.run(inputName, input, outputNames)
    const outputs = await this.#session.run(inputName, pad(input, padded), outputNames)
    return Object.fromEntries(Object.entries(outputs).map(([name, output]) => [name, cut(output, padded, pictures)]))
  }

  release(): Promise<void> {
    return this.#session.release()
  }
}

function nextPowerOfTwo(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, count)))
}

// [N, ...] -> [padded, ...]
function pad({ type = 'float32', data, dims: [pictures, ...shape] }: InputTensor, padded: number): InputTensor {
  const longer = blanks(type, (data.length / pictures) * padded)
  longer.set(data)
  return { type, data: longer, dims: [padded, ...shape] }
}

// [padded, ...] -> [N, ...]; an output of another first dimension has no row for each picture, and stays.
function cut(output: Tensor, padded: number, pictures: number): Tensor {
  const { data, dims: [rows, ...shape] } = output
  if (rows !== padded) return output
  return { data: data.subarray(0, (data.length / padded) * pictures), dims: [pictures, ...shape] }
}

function blanks(type: InputType, length: number): InputTensor['data'] {
  if (type === 'float32') return new Float32Array(length)
  return type === 'uint8' ? new Uint8Array(length) : new Uint16Array(length)
}
