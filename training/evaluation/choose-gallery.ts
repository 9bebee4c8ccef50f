// Answers in; the pictures that are worth looking at, chosen by their confidence, out.
import { byConfidence, type Answer } from './answers'

export interface Gallery {
  /** Wrong, and surer than all other wrong ones: surest first. */
  readonly surestMistakes: readonly Answer[]
  /** Right, and less sure than all other right ones: least sure first. */
  readonly narrowlyRight: readonly Answer[]
  /** For each class those of its pictures that are answered rightly and most surely. */
  readonly surestOfClass: readonly (readonly Answer[])[]
  /** For each class its surest mistakes. */
  readonly mistakesOfClass: readonly (readonly Answer[])[]
}

export function chooseGallery(answers: readonly Answer[], classes: number, many = 24, typical = 12, few = 8): Gallery {
  const rising = [...answers].sort(byConfidence)
  const right = rising.filter((answer) => answer.right)
  const wrongFalling = rising.filter((answer) => !answer.right).reverse()
  const rightFalling = [...right].reverse()
  const ofClass = (list: readonly Answer[], most: number) =>
    Array.from({ length: classes }, (_, label) => list.filter((answer) => answer.label === label).slice(0, most))
  return {
    surestMistakes: wrongFalling.slice(0, many),
    narrowlyRight: right.slice(0, many),
    surestOfClass: ofClass(rightFalling, typical),
    mistakesOfClass: ofClass(wrongFalling, few),
  }
}
