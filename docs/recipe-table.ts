// The recipes of training/config.ts in, their numbers side by side as the table in training/README.md out.
import { recipes } from '../training/config'
import type { Recipe } from '../training/config'
import { heads, networkShapes, type NetworkShape } from '../training/network'
import { markdownTable } from './markdown-table'

const widths = ({ network }: Recipe) => {
  const { stem, stages } = networkShapes[network]
  return [stem, ...stages.map(({ width, block }) => `${width} ${block}`)].join(', ')
}

const head = ({ network }: Recipe) => {
  const shape: NetworkShape = networkShapes[network]
  return `${heads[shape.head ?? 'mean']} of each channel`
}

function teaching({ distillation }: Recipe): string {
  if (distillation === undefined) return 'no'
  const { teacher, views, focus, temperature, weight } = distillation
  const mixed = `${Math.round(100 * views.mixupShare)} % mixed`
  const shown = focus ? `; an epoch shows the ${100 * focus.hardest} % hardest, and 1 in ${focus.every} of the others` : ''
  return `by ${teacher}: ${100 * weight} % of the loss, temperature ${temperature}, ${views.count} views, ${mixed}${shown}`
}

const rows: Readonly<Record<string, (recipe: Recipe) => string | number>> = {
  'recipe': ({ id }) => id,
  'widths': widths,
  'head': head,
  'taught': teaching,
  'epochs': ({ epochs }) => epochs,
  'batch': ({ batchSize }) => batchSize,
  'learning rate': ({ learningRate: { peak, warmup } }) => `0 to ${peak} in ${100 * warmup} % of the steps, then to 0`,
  'Nesterov momentum': ({ momentum }) => momentum,
  'weight decay, decoupled': ({ weightDecay }) => weightDecay,
  'label smoothing': ({ labelSmoothing }) => labelSmoothing,
  'average of the weights': ({ averageDecay, averageEvery }) => `decay ${averageDecay}, every ${averageEvery} steps`,
  'mirrored': ({ augmentation: { flipProbability } }) => `${100 * flipProbability} %`,
  'shifted': ({ augmentation: { shift } }) => `up to ${shift} pixels each way`,
  'cut out': ({ augmentation: { cutoutSize, cutoutProbability } }) =>
    cutoutProbability === 0 ? 'never' : `${cutoutSize} x ${cutoutSize} square, ${100 * cutoutProbability} %`,
  'distorted': ({ augmentation: { distortions } }) =>
    distortions === undefined ? 'never' : Object.entries(distortions).map(distortionCell).join(', '),
  'seed': ({ seed }) => seed,
}

const distortionCell = ([family, { probability }]: [string, { readonly probability: number }]) =>
  `${family} ${Math.round(100 * probability)} %`

export function recipeTable(): string {
  const all: [name: string, recipe: Recipe][] = Object.entries(recipes)
  return markdownTable(
    ['', ...all.map(([name]) => name)],
    Object.entries(rows).map(([title, read]) => [title, ...all.map(([, recipe]) => String(read(recipe)))]),
  )
}
