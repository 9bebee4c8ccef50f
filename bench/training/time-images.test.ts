// Checks the speed that is worked out of a piece of work.
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { timeImages } from './time-images'

it('counts images by second of the clock, and of the processor, which rests while the work waits', async () => {
  const { result, imagesPerSecond, imagesPerProcessorSecond } = await timeImages(50, () => wait(100, 'done'))
  expect(result).toBe('done')
  expect(imagesPerSecond).toBeLessThan(510) // a timer may be a millisecond early, and late on a busy machine
  expect(imagesPerSecond).toBeGreaterThan(5)
  expect(imagesPerProcessorSecond).toBeGreaterThan(imagesPerSecond)
})
