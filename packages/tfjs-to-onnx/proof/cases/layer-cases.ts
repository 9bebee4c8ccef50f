// Nothing in; the cases of every layer class, by family, out.
import type { Family, ProofCase } from '../proof-case'
import type { Sweep } from '../sweep'
import { sweepCases } from '../sweep'
import { activationSweeps } from './activation'
import { convolutionSweeps } from './convolution'
import { denseSweeps, normalizationSweeps } from './dense-and-normalization'
import { mergeSweeps } from './merge'
import { poolingSweeps } from './pooling'
import { lookupSweeps, rearrangementSweeps } from './rearrangement'
import { recurrentSweeps, wrapperSweeps } from './recurrent'

export const sweeps: readonly Sweep[] = [
  ...activationSweeps, ...convolutionSweeps, ...denseSweeps, ...lookupSweeps, ...mergeSweeps, ...normalizationSweeps,
  ...poolingSweeps, ...rearrangementSweeps, ...recurrentSweeps, ...wrapperSweeps,
]

export const layerCases: readonly ProofCase[] = sweeps.flatMap(sweepCases)

export const layerCasesOf = (...families: readonly Family[]): ProofCase[] =>
  layerCases.filter(({ family }) => families.includes(family))
