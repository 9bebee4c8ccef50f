// An explanation of one picture in; a page that shows it and needs no other file out.
import type { Explanation, FeatureMaps } from '@stylelens/node'
import { drawSheet, drawSigned, largestOf } from './draw-maps'
import { pictureAddress } from './encode-png'
import type { PlainPicture } from './encode-png'
import { pageStyle } from './page-style'

/** Labels, layers and pixels of a layer that a page has room for. */
const mostLabels = 10
const mostLayers = 12
const mostPixels = 200_000
const fewestMaps = 8

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign])
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const signed = (value: number): string => `${value < 0 ? '' : '+'}${value.toFixed(2)}`

function section(title: string, note: string, content = ''): string {
  return `<section><h2>${title}</h2><p class="note">${escape(note)}</p>${content}</section>`
}

function image(picture: PlainPicture, alt: string, look: string): string {
  return `<img ${look} src="${pictureAddress(picture)}" alt="${escape(alt)}">`
}

function seenSection({ seen }: Explanation): string {
  const size = `${seen.width} x ${seen.height} pixels`
  const picture = image(seen, `The picture at ${size}, as the model saw it`, 'class="seen"')
  return section('What the model saw', `${size}, after turning, inverting and resizing as the model needs it.`, picture)
}

function scoresSection({ predictions }: Explanation): string {
  const items = predictions.slice(0, mostLabels).map(
    ({ label, score }) => `<li><span>${escape(label)}</span>
<span class="bar" style="--share:${(100 * score).toFixed(1)}%" aria-hidden="true"></span>
<span class="share">${percent(score)}</span></li>`,
  )
  const note =
    'Best first. Scores of the embedded models are calibrated: of answers with 70 %, some seven in ten are right, ' +
    'on pictures like those of the training.'
  return section('How sure it is', note, `<ol class="scores">${items.join('\n')}</ol>`)
}

function activationSection({ activations, seen, hidden }: Explanation): string {
  if (hidden !== null) return ''
  if (activations === null) {
    const reason =
      'This network does not end in pooled feature maps and one dense layer, so there is no such map of it.'
    return section('Where it looked', reason)
  }
  const most = Math.max(...activations.map(({ values }) => largestOf(values)))
  const figures = activations.map(({ label, values, width }) => {
    const total = values.reduce((sum, value) => sum + value, 0)
    const heat = drawSigned(values, width, most)
    return `<figure><div class="heat">${image(seen, '', 'class="base"')}
${image(heat, `Places that speak for ${label}`, 'class="overlay"')}</div>
<figcaption>${escape(label)} <span>${signed(total)} in all</span></figcaption></figure>`
  })
  const note =
    'Class-activation maps: which part of each score (its logit, without bias) comes from which place. ' +
    'Orange speaks for the label, blue against it; all on one scale.'
  return section('Where it looked', note, `<div class="heats">${figures.join('\n')}</div>`)
}

function kernelsSection({ kernels }: Explanation): string {
  if (kernels === null) return ''
  const [filters, channels, height, width] = kernels.dims
  const size = channels * height * width
  const items = Array.from({ length: filters }, (_, index) => {
    const values = kernels.data.subarray(index * size, (index + 1) * size)
    const shape = `style="aspect-ratio:${width}/${channels * height}"`
    return `<li>${image(drawSigned(values, width, largestOf(values)), `Filter ${index + 1} of ${filters}`, shape)}</li>`
  })
  const stacked = channels === 1 ? '' : ` The ${channels} channels lie one below the other.`
  const note = `The ${filters} filters of ${height} x ${width} that see it first. Orange adds, blue takes away.`
  return section('First kernels', note + stacked, `<ul class="kernels">${items.join('')}</ul>`)
}

/** The first, the last and evenly many in between. */
function chooseLayers(layers: readonly FeatureMaps[]): readonly FeatureMaps[] {
  if (layers.length <= mostLayers) return layers
  const step = (layers.length - 1) / (mostLayers - 1)
  return Array.from({ length: mostLayers }, (_, index) => layers[Math.round(index * step)])
}

function layerFigure({ name, tensor }: FeatureMaps): string {
  const [, channels, height, width] = tensor.dims
  const count = Math.min(channels, Math.max(fewestMaps, Math.floor(mostPixels / (height * width))))
  const columns = Math.min(count, channels > 32 ? 24 : 16)
  const shown = count < channels ? `the first ${count} of ${channels}` : String(channels)
  const what = `${name}: ${shown} maps of ${width} x ${height}`
  const sheet = image(drawSheet(tensor.data, { count, height, width }, columns), what, 'class="sheet"')
  return `<h3>${escape(what)}</h3>
<div class="scroll" tabindex="0" role="region" aria-label="${escape(what)}">${sheet}</div>`
}

function layersSection({ layers, hidden }: Explanation): string {
  if (hidden !== null) {
    return section('Inner values', `onnxruntime does not give out the inner values of this model: ${hidden}`)
  }
  if (layers.length === 0) {
    return section('Feature maps', 'This model has no convolution, so there are neither kernels nor maps to show.')
  }
  const chosen = chooseLayers(layers)
  const some = chosen.length < layers.length ? ` ${chosen.length} of ${layers.length} layers are shown.` : ''
  const note = `What each convolution found in the picture, layer by layer: the brighter, the stronger.${some}`
  return section('Feature maps', note, chosen.map(layerFigure).join('\n'))
}

/** @param file what the caller called the picture */
export function explainPage(file: string, explanation: Explanation): string {
  const { manifest, backend, predictions } = explanation
  const [best] = predictions
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(best.label)}: ${escape(file)}</title>
<link rel="icon" href="data:,">
<style>${pageStyle}</style>
</head>
<body>
<main>
<header><p class="kicker">${escape(file)}</p><h1>${escape(best.label)}, ${percent(best.score)}</h1>
<p class="lead">${escape(manifest.name)} on ${escape(backend.executionProvider)}.
File <code>${escape(manifest.sha256)}</code>.</p></header>
<div class="pair">${seenSection(explanation)}${scoresSection(explanation)}</div>
${activationSection(explanation)}
${kernelsSection(explanation)}
${layersSection(explanation)}
</main>
</body>
</html>
`
}
