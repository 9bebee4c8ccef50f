// Rows and their summary in; lines for a terminal out.
import type { RobustnessRow, Way } from './measure-robustness'
import { summarizeRobustness } from './summarize-robustness'

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(7)

export function robustnessLine({ corruption, group, seen, pictures, correct }: RobustnessRow): string {
  const seenWord = group === 'clean' ? '' : seen ? 'seen' : 'unseen'
  const shares = [correct.network, correct.classifier].map((count) => percent(count / pictures))
  return [corruption.padEnd(14), group.padEnd(10), seenWord.padEnd(7), ...shares].join(' ')
}

export const robustnessTitle = `${'corruption'.padEnd(14)} ${'group'.padEnd(10)} ${' '.repeat(7)} network classifier`

export function summaryLine(rows: readonly RobustnessRow[], way: Way): string {
  const { clean, photo, unseen, turned, occlusion } = summarizeRobustness(rows, way)
  const parts = [
    `clean ${percent(clean)}`,
    `photo ${percent(photo)}`,
    `unseen (${unseen.corruptions}) ${percent(unseen.mean)}, least ${percent(unseen.least)}`,
    `turned ${percent(turned)}`,
    `occluded ${percent(occlusion)}`,
  ]
  return `${way}: ${parts.join('; ')}`
}
