// Texts, numbers, marks and pictures in; checked is that the page they give is safe, whole and readable without sight.
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { curveLegend, drawCurves } from './draw-curves'
import { drawPlot } from './draw-plot'
import { figure } from './figure'
import { percent, percentRange, thousands } from './format-number'
import { html, trusted } from './html'
import { numberTable } from './number-table'
import { renderPage } from './page'
import { pictureAddresses } from './picture-addresses'

const read = (page: { readonly html: string }) => parseHTML(`<!doctype html><body>${page.html}</body>`).document

describe('html', () => {
  it('escapes texts, and puts numbers, pieces and lists of pieces in', () => {
    const piece = html`<b>${'<&"\'>'}</b>`
    expect(html`<p title="${'a"b'}">${piece}${3}${[piece, trusted('<hr>')]}</p>`.html).toBe(
      '<p title="a&quot;b"><b>&lt;&amp;&quot;&#39;&gt;</b>3<b>&lt;&amp;&quot;&#39;&gt;</b>\n<hr></p>',
    )
  })
})

it('writes numbers as people read them', () => {
  expect([percent(0.93571), percent(0.5, 0), percentRange([0.93, 0.94]), thousands(10_000)]).toEqual([
    '93.57 %',
    '50 %',
    '93.00 to 94.00 %',
    '10,000',
  ])
})

it('gives a table titles for its rows and columns', () => {
  const table = read(numberTable(['class', 'recall'], [['Bag', 0.5]], 'Recall <all>'))
  expect(table.querySelector('caption')?.textContent).toBe('Recall <all>')
  expect([...table.querySelectorAll('th')].map((cell) => cell.getAttribute('scope'))).toEqual(['col', 'col', 'row'])
  expect(table.querySelector('td')?.textContent).toBe('0.5')
})

it('draws a plot for a wide page and for a phone, each a picture with one name', () => {
  const plot = read(drawPlot({ label: 'A line', marks: [Plot.lineY([1, 3, 2], { stroke: 'var(--accent)' })] }))
  const drawings = [...plot.querySelectorAll('svg')]
  expect(drawings.map((drawing) => drawing.getAttribute('width'))).toEqual(['700', '340'])
  expect(drawings.map((drawing) => [drawing.getAttribute('role'), drawing.getAttribute('aria-label')])).toEqual([
    ['img', 'A line'],
    ['img', 'A line'],
  ])
  expect(plot.querySelectorAll('g[aria-label]')).toHaveLength(0)
  expect(drawings[0].innerHTML).toContain('stroke="var(--accent)"')
})

it('gives every curve a look of its own, in the plot as in the legend', () => {
  const names = Array.from({ length: 14 }, (_, index) => `run ${index}`)
  const legend = [...read(curveLegend(names)).querySelectorAll('li')].map(
    (item) => `${item.className} ${item.getAttribute('style')}`,
  )
  expect(new Set(legend).size).toBe(14)
  const curves = names.map((name, index) => ({
    name,
    points: [
      { epoch: 1, value: index },
      { epoch: 2, value: index + 1 },
    ],
  }))
  const lines = [
    ...read(drawCurves(curves, { label: 'loss' })).querySelectorAll(
      '.wide path[stroke-linejoin], .wide g[stroke-linejoin]',
    ),
  ]
  const looks = lines.map((line) => `${line.getAttribute('stroke')} ${line.getAttribute('stroke-dasharray')}`)
  expect(new Set(looks).size).toBe(14)
})

it('folds the numbers of a figure away below it', () => {
  const made = read(
    figure({
      title: 'Loss',
      text: 'Falls.',
      drawing: trusted('<svg></svg>'),
      numbers: { titles: ['a', 'b'], rows: [[1, 2]] },
    }),
  )
  expect(made.querySelector('figcaption h3')?.textContent).toBe('Loss')
  expect(made.querySelector('details summary')?.textContent).toBe('Numbers: loss')
  expect(made.querySelector('details td')?.textContent).toBe('2')
})

it('makes a page that needs nothing else, with a way to each section', () => {
  const page = renderPage({
    title: 'A < B',
    kicker: 'kicker',
    lead: 'lead',
    highlights: [{ name: 'Accuracy', value: '93 %', note: 'note' }],
    sections: [{ id: 'one', title: 'One', content: [html`<p>first</p>`] }],
    scripts: ['run()'],
  })
  const { document } = parseHTML(page)
  expect(document.querySelector('title')?.textContent).toBe('A < B')
  expect(document.querySelector('nav a')?.getAttribute('href')).toBe('#one')
  expect(document.querySelector('section')?.getAttribute('aria-labelledby')).toBe('one-title')
  expect(page).not.toMatch(/(src|href)="(?!#|data:)/)
  expect(page).toContain('light-dark(')
})

it('puts pictures into the page, pixel by pixel, and only those asked for', async () => {
  const pictures = Uint8Array.from({ length: 3 * 784 }, (_, pixel) => (pixel * 7) % 256)
  const address = await pictureAddresses(pictures, [2, 2])
  const png = Buffer.from(address(2).replace('data:image/png;base64,', ''), 'base64')
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([28, 28])
  expect(Array.from(data.filter((_, index) => index % info.channels === 0))).toEqual([...pictures.subarray(1568)])
  expect(() => address(1)).toThrow('Picture 1 was not drawn')
})
