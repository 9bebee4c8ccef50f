// Work and a number of rounds in; how long each took in milliseconds, after one that does not count, out.
import { median, quartiles } from '../median'

export interface ConversionTimes<Result = unknown> {
  /** What the work gave. */
  readonly result: Result
  /** Of the rounds that count. */
  readonly milliseconds: readonly number[]
  /** The very first one, with everything still to be compiled: what a single call of a program takes. */
  readonly first: number
}

export async function timeConversions<Result>(
  work: () => Promise<Result>,
  rounds: number,
): Promise<ConversionTimes<Result>> {
  const milliseconds: number[] = []
  const timed = async (): Promise<Result> => {
    const began = performance.now()
    const result = await work()
    milliseconds.push(performance.now() - began)
    return result
  }
  const result = await timed()
  for (let round = 0; round < rounds; round++) await timed()
  const [first, ...counted] = milliseconds
  return { result, first, milliseconds: counted }
}

export function timeCells({ milliseconds, first }: Omit<ConversionTimes, 'result'>): string[] {
  const [lower, upper] = quartiles(milliseconds)
  return [first, median(milliseconds)].map((value) => value.toFixed(0)).concat(`${lower.toFixed(0)} to ${upper.toFixed(0)}`)
}
