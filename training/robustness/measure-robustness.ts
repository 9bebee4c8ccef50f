// Pictures with labels and ways to classify them in; how many are right under each corruption out.
import { countCorrect } from '../metrics'
import { corruptPictures } from './corrupt-pictures'
import type { CorruptionFamily } from './corruption'
import { corruptionNames, corruptions, type Corruption, type CorruptionName } from './corruptions'

/** The network alone, and the classifier that users have: its preprocessing turns white backgrounds black. */
export type Way = 'network' | 'classifier'

/** Scores of pictures, [N * 784] in, [N * 10] out. */
export type Classify = (pictures: Uint8Array) => Promise<ArrayLike<number>>

export interface RobustnessRow {
  readonly corruption: CorruptionName | 'none'
  readonly group: Corruption['group'] | 'clean'
  /** The recipe's augmentation names its family. */
  readonly seen: boolean
  readonly pictures: number
  readonly correct: Readonly<Record<Way, number>>
}

export interface MeasureOptions {
  readonly ways: Readonly<Record<Way, Classify>>
  /** [N * 784] and [N]. */
  readonly pictures: Uint8Array
  readonly labels: ArrayLike<number>
  readonly seen: ReadonlySet<CorruptionFamily>
  readonly onRow?: (row: RobustnessRow) => void
}

/** The clean pictures first, then every corruption. */
export async function measureRobustness(options: MeasureOptions): Promise<RobustnessRow[]> {
  const { ways, pictures, labels, seen, onRow } = options
  const rows: RobustnessRow[] = []
  for (const name of ['none', ...corruptionNames] as const) {
    const shown = name === 'none' ? pictures : corruptPictures(pictures, name)
    const correctBy = async (way: Way) => countCorrect(await ways[way](shown), labels, 10)
    const row: RobustnessRow = {
      corruption: name,
      group: name === 'none' ? 'clean' : corruptions[name].group,
      seen: name === 'none' || seen.has(corruptions[name].family),
      pictures: labels.length,
      correct: { network: await correctBy('network'), classifier: await correctBy('classifier') },
    }
    rows.push(row)
    onRow?.(row)
  }
  return rows
}
