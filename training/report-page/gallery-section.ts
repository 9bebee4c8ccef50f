// Chosen answers and their pictures in; the galleries of right and wrong answers out.
import type { Answer } from '../evaluation/answers'
import { figure } from '../pages/figure'
import { percent } from '../pages/format-number'
import { html, type Html } from '../pages/html'
import type { PageSection } from '../pages/page'
import type { ReportData, ReportPictures } from './report-data'

type ItemOf = (answer: Answer) => Html

function itemsFor({ classes }: ReportData, pictures: ReportPictures): Record<'bare' | 'answered' | 'judged', ItemOf> {
  const labelOf = (label: number) => classes[label].label
  const bare: ItemOf = ({ row, label, answer, confidence, right }) => {
    const description = right ? labelOf(label) : `${labelOf(label)}, answered as ${labelOf(answer)}`
    const title = `Picture ${row}: ${description}, ${percent(confidence, 1)}`
    return html`<img src="${pictures.evaluated(row)}" width="28" height="28" alt="${description}" title="${title}">`
  }
  const verdict: ItemOf = ({ answer, right }) =>
    html`<p class="answer ${right ? 'right' : 'wrong'}">${labelOf(answer)}</p>`
  const score: ItemOf = ({ confidence }) => html`<p class="score">${percent(confidence, 1)}</p>`
  const truth: ItemOf = ({ label, right }) => (right ? html`` : html`<p class="truth">is ${labelOf(label)}</p>`)
  return {
    bare,
    answered: (answer) => html`${bare(answer)}${verdict(answer)}${score(answer)}`,
    judged: (answer) => html`${bare(answer)}${verdict(answer)}${truth(answer)}${score(answer)}`,
  }
}

export function gallerySection(data: ReportData, pictures: ReportPictures): PageSection {
  const { galleries, classes } = data
  const { bare, answered, judged } = itemsFor(data, pictures)
  const list = (answers: readonly Answer[], itemOf: ItemOf) =>
    html`<ul class="pictures ${itemOf === bare ? 'plain' : ''}">
${answers.map((answer) => html`<li>${itemOf(answer)}</li>`)}</ul>`
  const byClass = (lists: readonly (readonly Answer[])[], itemOf: ItemOf) =>
    html`<div class="rows">${lists.flatMap((answers, label) =>
      answers.length === 0 ? [] : html`<div><h4>${classes[label].label}</h4>${list(answers, itemOf)}</div>`,
    )}</div>`
  return {
    id: 'pictures',
    title: 'Pictures',
    content: [
      figure({
        title: 'The surest mistakes',
        text: 'Wrong, with the highest scores of all wrong answers: the answer in red, and what it is by its label.',
        drawing: list(galleries.surestMistakes, judged),
      }),
      figure({
        title: 'Right, but only just',
        text: 'Right, with the lowest scores of all right answers.',
        drawing: list(galleries.narrowlyRight, judged),
      }),
      figure({
        title: 'Mistakes of each class',
        text: 'Pictures of the class on the left that were answered otherwise, surest first.',
        drawing: byClass(galleries.mistakesOfClass, answered),
      }),
      figure({
        title: 'The surest right answers of each class',
        text: 'What the network finds most typical.',
        drawing: byClass(galleries.surestOfClass, bare),
      }),
    ],
  }
}
