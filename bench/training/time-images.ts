// Work and the number of its images in; what it gave, with its images by second of the clock and of the processor, out.

export interface TimedImages<Result> {
  readonly result: Result
  readonly imagesPerSecond: number
  readonly imagesPerProcessorSecond: number
}

export async function timeImages<Result>(images: number, work: () => Promise<Result>): Promise<TimedImages<Result>> {
  const usage = process.cpuUsage()
  const began = performance.now()
  const result = await work()
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(usage)
  return { result, imagesPerSecond: images / seconds, imagesPerProcessorSecond: images / ((user + system) / 1e6) }
}
