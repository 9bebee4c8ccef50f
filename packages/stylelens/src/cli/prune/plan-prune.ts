// Copies of onnxruntime-node and the platforms to keep in; what would stay of each and what would go out.
import { findCopies } from './find-copies'
import type { PackageCopy } from './find-copies'
import { listBinaries } from './list-binaries'
import type { BinaryFolder } from './list-binaries'

export interface PrunePlan extends PackageCopy {
  readonly keep: readonly BinaryFolder[]
  readonly remove: readonly BinaryFolder[]
}

/** Of a copy without a binary for any platform that is kept, nothing is removed: there would be none left. */
export async function planPrune(start: string, platforms: readonly string[]): Promise<PrunePlan[]> {
  const copies = await findCopies(start)
  return Promise.all(
    copies.map(async (copy) => {
      const binaries = await listBinaries(copy.folder)
      const isKept = ({ platform }: BinaryFolder) => platforms.includes(platform)
      if (!binaries.some(isKept)) return { ...copy, keep: binaries, remove: [] }
      return { ...copy, keep: binaries.filter(isKept), remove: binaries.filter((binary) => !isKept(binary)) }
    }),
  )
}

export const bytesOf = (binaries: readonly BinaryFolder[]): number =>
  binaries.reduce((sum, { bytes }) => sum + bytes, 0)
