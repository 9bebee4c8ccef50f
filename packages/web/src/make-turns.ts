// Nothing in; a way to run jobs one after the other out: each of onnxruntime's builds has one state for the whole page.

/** Runs the job when every job before it has ended. */
export type InTurn = <Result>(job: () => Promise<Result>) => Promise<Result>

/** First come, first served; a job that fails does not fail the next. */
export function makeTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (job) => {
    const result = last.then(job)
    last = result.catch(() => undefined)
    return result
  }
}
