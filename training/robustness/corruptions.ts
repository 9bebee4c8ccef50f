// The table of corruptions: each name's function, family, and group in a report.
import { brightness } from './brightness'
import { contrast } from './contrast'
import type { Corrupt, CorruptionFamily } from './corruption'
import { glassBlur } from './glass-blur'
import { impulseNoise } from './impulse-noise'
import { invert } from './invert'
import { mirror } from './mirror'
import { motionBlur } from './motion-blur'
import { occlude } from './occlude'
import { rotate } from './rotate'
import { saturate } from './saturate'
import { scale } from './scale'
import { shear } from './shear'
import { shotNoise } from './shot-noise'
import { turnLeft } from './turn-left'
import { turnRight } from './turn-right'
import { turnUpsideDown } from './turn-upside-down'

export interface Corruption {
  readonly corrupt: Corrupt
  readonly family: CorruptionFamily
  /** `photo`: the twelve of Fashion-MNIST-C that a photo may show; `turned`: its other three; `occlusion`: ours. */
  readonly group: 'photo' | 'turned' | 'occlusion'
}

/** The 15 of Fashion-MNIST-C (Weiss and Tonella 2022), with the constants of its code, and occlusion. */
export const corruptions = {
  'shot-noise': { corrupt: shotNoise, family: 'noise', group: 'photo' },
  'impulse-noise': { corrupt: impulseNoise, family: 'impulse', group: 'photo' },
  'glass-blur': { corrupt: glassBlur, family: 'blur', group: 'photo' },
  'motion-blur': { corrupt: motionBlur, family: 'motion', group: 'photo' },
  shear: { corrupt: shear, family: 'shear', group: 'photo' },
  scale: { corrupt: scale, family: 'scale', group: 'photo' },
  rotate: { corrupt: rotate, family: 'rotation', group: 'photo' },
  brightness: { corrupt: brightness, family: 'brightness', group: 'photo' },
  contrast: { corrupt: contrast, family: 'contrast', group: 'photo' },
  saturate: { corrupt: saturate, family: 'saturation', group: 'photo' },
  inverse: { corrupt: invert, family: 'inversion', group: 'photo' },
  mirrored: { corrupt: mirror, family: 'mirroring', group: 'photo' },
  'upside-down': { corrupt: turnUpsideDown, family: 'turning', group: 'turned' },
  'turned-right': { corrupt: turnRight, family: 'turning', group: 'turned' },
  'turned-left': { corrupt: turnLeft, family: 'turning', group: 'turned' },
  'occluded-10': { corrupt: occlude(0.1), family: 'occlusion', group: 'occlusion' },
  'occluded-20': { corrupt: occlude(0.2), family: 'occlusion', group: 'occlusion' },
  'occluded-30': { corrupt: occlude(0.3), family: 'occlusion', group: 'occlusion' },
  'occluded-40': { corrupt: occlude(0.4), family: 'occlusion', group: 'occlusion' },
} as const satisfies Record<string, Corruption>

export type CorruptionName = keyof typeof corruptions
export const corruptionNames = Object.keys(corruptions) as CorruptionName[]
