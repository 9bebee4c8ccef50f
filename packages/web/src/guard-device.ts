// A GPU device in; a guard that lets no work wait for it once it is lost, out.
import { ClassifierError } from '@stylelens/core'
import type { GpuDevice } from './gpu-device'
import type { Guard } from './wrap-session'

/** The work rejects with 'device-lost' as soon as the device is, however long onnxruntime waits for an answer of it. */
export function guardDevice(device: GpuDevice): Guard {
  return async (work) => {
    const lost = device.lost.then(({ reason, message }) => {
      const why = message === '' ? reason : `${reason}: ${message}`
      throw new ClassifierError(
        'device-lost',
        `The GPU device was lost (${why.replace(/[.\s]*$/, '')}). Call again: the next provider of the list takes over.`,
      )
    })
    try {
      return await Promise.race([lost, work])
    } catch (error) {
      // what onnxruntime says of a lost device may come a moment before the device itself is told
      return await Promise.race([lost, new Promise<never>((_, reject) => setTimeout(() => reject(error), 50))])
    }
  }
}
