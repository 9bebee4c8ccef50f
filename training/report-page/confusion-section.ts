// Confusion matrices of the classes and of their parents in; the section that shows what is taken for what out.
import { figure } from '../pages/figure'
import { percent, percentRange, thousands } from '../pages/format-number'
import { html, type Html } from '../pages/html'
import { numberTable } from '../pages/number-table'
import type { PageSection } from '../pages/page'
import type { ReportData } from './report-data'

const mostPairs = 8

/** Shades grow with the root of a share, so that a few confusions among many right answers can be seen. */
function cell(count: number, total: number, isRight: boolean): Html {
  if (count === 0) return html`<td class="none">·</td>`
  const share = Math.sqrt(count / total)
  const heat = isRight ? 'var(--cool)' : 'var(--accent)'
  const strong = share > 0.6 ? 'strong' : ''
  return html`<td class="${strong}" style="--heat:${heat};--share:${Math.round(100 * share)}%">${count}</td>`
}

function matrixTable(labels: readonly string[], matrix: readonly (readonly number[])[], caption: string): Html {
  const large = labels.length > 6 ? 'large' : ''
  const rows = matrix.map((row, label) => {
    const total = row.reduce((sum, count) => sum + count, 0)
    return html`<tr><th scope="row">${labels[label]}</th>
${row.map((count, answer) => cell(count, total, label === answer))}</tr>`
  })
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="matrix ${large}">
<caption>${caption}</caption>
<thead><tr><th class="corner">true / answer</th>
${labels.map((label) => html`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`
}

function frequentPairs({ classes, confusion, evaluation }: ReportData): Html {
  const wrong = evaluation.pictures - evaluation.correct
  const pairs = classes.flatMap((_, one) =>
    classes.slice(one + 1).map((__, offset) => {
      const other = one + 1 + offset
      return {
        names: `${classes[one].label} and ${classes[other].label}`,
        count: confusion[one][other] + confusion[other][one],
      }
    }),
  )
  const frequent = pairs
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, mostPairs)
  return numberTable(
    ['pair', 'mistakes', 'share'],
    frequent.map(({ names, count }) => [names, thousands(count), percent(count / wrong, 1)]),
    'Most frequent confusions, either way',
  )
}

export function confusionSection(data: ReportData): PageSection {
  const { parents, classes, confusion } = data
  const inside = parents.mistakesInside / Math.max(1, parents.mistakesInside + parents.mistakesAcross)
  const members = parents.labels.map((label, parent) => `${label} (${parents.classes[parent].join(', ')})`).join('; ')
  return {
    id: 'confusions',
    title: 'Confusions',
    content: [
      figure({
        title: 'What is taken for what',
        text:
          'A row is what the picture shows, a column what was answered. Blue is right; the deeper the orange, the ' +
          'more often the mistake.',
        drawing: matrixTable(
          classes.map(({ label }) => label),
          confusion,
          'Pictures by true class and answer',
        ),
      }),
      html`<div class="pair">${[
        figure({
          title: 'The five parents',
          text:
            `${percent(parents.accuracy)} (${percentRange(parents.interval)}) of the pictures come under the right ` +
            `parent; ${percent(inside, 0)} of the mistakes stay inside one. ${members}.`,
          drawing: matrixTable(parents.labels, parents.confusion, 'Pictures by true parent and answered parent'),
        }),
        figure({
          title: 'The usual mistakes',
          text: 'Pairs of classes that are mixed up most often, and their share of all mistakes.',
          drawing: frequentPairs(data),
        }),
      ]}</div>`,
    ],
  }
}
