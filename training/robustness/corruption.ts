// What a corruption is: one picture and a random source in, the same picture spoilt out.
import type { RandomSource } from '../dataset/random-source'

/** Takes and gives 8-bit grey, [784]; `picture` stays as it is. Fractions are cut off, as the published code does. */
export type Corrupt = (picture: Uint8Array, random: RandomSource) => Uint8Array

/** What happens to a picture, by its mechanism. An augmentation that names a family has seen its corruptions. */
export type CorruptionFamily =
  | 'noise'
  | 'impulse'
  | 'blur'
  | 'motion'
  | 'shear'
  | 'scale'
  | 'rotation'
  | 'brightness'
  | 'contrast'
  | 'saturation'
  | 'inversion'
  | 'mirroring'
  | 'turning'
  | 'occlusion'
