// A job in, its result out, when every job before it has ended: onnxruntime-web has one state for the whole process.

let last: Promise<unknown> = Promise.resolve()

/** First come, first served; a job that fails does not fail the next. */
export function runInTurn<Result>(job: () => Promise<Result>): Promise<Result> {
  const result = last.then(job)
  last = result.catch(() => undefined)
  return result
}
