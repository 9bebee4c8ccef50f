// A recipe's augmentation in; the families of corruptions that its training has seen out.
import type { Distortions } from '../augmentation/distortions'
import type { Augmentation } from '../dataset/augment'
import type { CorruptionFamily } from './corruption'

/** What each distortion shows of a corruption; a grey ramp as background is like none of them. */
const shows: Readonly<Record<keyof Distortions, readonly CorruptionFamily[]>> = {
  noise: ['noise'],
  blur: ['blur'],
  contrast: ['contrast'],
  rotation: ['rotation'],
  scale: ['scale'],
  erasing: ['occlusion'],
  background: [],
  untouched: [],
}

/** By name, not by strength: whoever trains with a little noise has seen noise. */
export function seenFamilies(augmentation: Augmentation): ReadonlySet<CorruptionFamily> {
  const { flipProbability, cutoutProbability, distortions = {} } = augmentation
  const families = (Object.keys(distortions) as (keyof Distortions)[]).flatMap((name) => shows[name])
  if (flipProbability > 0) families.push('mirroring')
  if (cutoutProbability > 0) families.push('occlusion')
  return new Set(families)
}
