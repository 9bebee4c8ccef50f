// The plain lines of a training that is not on a terminal: every figure of the epoch is in its line.
import { afterEach, expect, it, vi } from 'vitest'
import { showProgress } from './show-progress'

afterEach(() => vi.restoreAllMocks())

it('prints one line an epoch, with validation where it was measured, and the time left', () => {
  const lines: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  const display = showProgress()
  const progress = { epochs: 2, step: 3, steps: 4, loss: 1, learningRate: 0.1, imagesPerSecond: 900, secondsLeft: 5400 }
  const record = { loss: 0.51234, learningRate: 0.123456, imagesPerSecond: 899.6 }
  display.progress({ epoch: 1, ...progress })
  display.epoch({ epoch: 1, ...record, validationAccuracy: null, validationLoss: null })
  display.progress({ epoch: 2, ...progress, secondsLeft: 20 })
  display.epoch({ epoch: 2, ...record, validationAccuracy: 0.9321, validationLoss: 0.20015 })
  display.stop()
  expect(lines).toEqual([
    'epoch 1  loss 0.5123  learning rate 0.1235  900 images/s  left 1 h 30 min',
    'epoch 2  loss 0.5123  learning rate 0.1235  900 images/s  validation 93.21 % (loss 0.2001)  left < 1 min',
  ])
})
