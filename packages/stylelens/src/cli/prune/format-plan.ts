// What would stay and what would go in; the lines that say so out.
import type { Style } from '../terminal'
import { bytesOf } from './plan-prune'
import type { PrunePlan } from './plan-prune'

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

export function formatPlan(plan: PrunePlan, platforms: readonly string[], style: Style): string {
  const { folder, version, keep, remove } = plan
  const row = (word: string) => ({ platform, bytes }: PrunePlan['keep'][number]) =>
    `  ${word.padEnd(7)} ${platform.padEnd(13)} ${megabytes(bytes).padStart(9)}\n`
  const isSpared = remove.length === 0 && !keep.some(({ platform }) => platforms.includes(platform))
  const reason = isSpared ? `  It has no binary for ${platforms.join(', ')}, so nothing of it is removed.\n` : ''
  const rows = [...keep.map(row('keep')), ...remove.map(row('remove'))]
  return `${style.bold(folder)} ${version}\n${rows.join('')}${reason}`
}

export function formatSum(plans: readonly PrunePlan[], isDone: boolean): string {
  const going = bytesOf(plans.flatMap(({ remove }) => remove))
  const staying = bytesOf(plans.flatMap(({ keep }) => keep))
  if (going === 0) return `Nothing to remove: ${megabytes(staying)} of native libraries are there.\n`
  const left = `${megabytes(staying)} of ${megabytes(going + staying)}`
  if (isDone) return `Removed ${megabytes(going)}; ${left} are left.\n`
  return `Would remove ${megabytes(going)} and leave ${left}. Nothing was removed: add --yes.\n`
}
