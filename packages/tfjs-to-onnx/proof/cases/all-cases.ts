// Nothing in; every case but the random ones, out.
import type { ProofCase } from '../proof-case'
import { kerasToOnnxCases } from './keras2onnx'
import { layerCases } from './layer-cases'
import { modelCases } from './models'
import { structureCases } from './structure'

export const kerasCases: readonly ProofCase[] =
  Object.entries(kerasToOnnxCases).map(([id, graph]) => ({ id, family: 'model', graph }))

export const allCases: readonly ProofCase[] = [...layerCases, ...modelCases, ...kerasCases, ...structureCases]
