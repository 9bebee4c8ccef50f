// Training progress in, a bar on a terminal or plain lines elsewhere out.
import { SingleBar } from 'cli-progress'
import type { EpochRecord } from './history'
import type { TrainingProgress } from './train-network'

export interface ProgressDisplay {
  progress(progress: TrainingProgress): void
  epoch(record: EpochRecord): void
  stop(): void
}

const clockTime = (seconds: number) => {
  const minutes = Math.round(seconds / 60)
  return minutes < 1 ? '< 1 min' : minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

const epochLine = ({ epoch, loss, learningRate, imagesPerSecond, validationAccuracy, validationLoss }: EpochRecord) => {
  const validation =
    validationAccuracy === null
      ? ''
      : `  validation ${(100 * validationAccuracy).toFixed(2)} % (loss ${validationLoss?.toFixed(4)})`
  const speed = `${Math.round(imagesPerSecond)} images/s`
  return `epoch ${epoch}  loss ${loss.toFixed(4)}  learning rate ${learningRate.toFixed(4)}  ${speed}${validation}`
}

/** A bar where standard error is a terminal; one line an epoch otherwise. */
export function showProgress(): ProgressDisplay {
  return process.stderr.isTTY ? showBar() : showLines()
}

function showLines(): ProgressDisplay {
  let left = ''
  return {
    progress: ({ secondsLeft }) => (left = clockTime(secondsLeft)),
    epoch: (record) => console.log(`${epochLine(record)}  left ${left}`),
    stop: () => {},
  }
}

function showBar(): ProgressDisplay {
  const format = 'epoch {epoch}/{epochs} |{bar}| loss {loss}  learning rate {rate}  {speed} images/s  left {left}'
  const bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true })
  let running = false
  const stop = () => {
    if (running) bar.stop()
    running = false
  }
  return {
    progress({ epoch, epochs, step, steps, loss, learningRate, imagesPerSecond, secondsLeft }) {
      const payload = {
        epoch,
        epochs,
        loss: loss.toFixed(4),
        rate: learningRate.toFixed(4),
        speed: Math.round(imagesPerSecond),
        left: clockTime(secondsLeft),
      }
      if (!running) bar.start(steps, step, payload)
      running = true
      bar.update(step, payload)
    },
    epoch(record) {
      stop()
      console.log(epochLine(record))
    },
    stop,
  }
}
