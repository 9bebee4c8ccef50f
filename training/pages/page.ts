// A title, figures that matter most and sections in; a whole page that needs no other file out.
import { readFileSync } from 'node:fs'
import { html, trusted, type Html } from './html'

export interface PageSection {
  /** For the address of the section. */
  readonly id: string
  readonly title: string
  readonly content: readonly Html[]
}

/** One of the few figures on top. */
export interface Highlight {
  readonly name: string
  readonly value: string
  readonly note: string
}

export interface Page {
  readonly title: string
  readonly kicker: string
  readonly lead: string | Html
  readonly highlights: readonly Highlight[]
  readonly sections: readonly PageSection[]
  /** Scripts of the page, as text. It reads well without them. */
  readonly scripts?: readonly string[]
}

const style = readFileSync(new URL('./page.css', import.meta.url), 'utf8')

function renderSection({ id, title, content }: PageSection): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${content}
</section>`
}

const renderHighlight = ({ name, value, note }: Highlight): Html =>
  html`<div class="highlight"><dt>${name}</dt><dd><strong>${value}</strong><span>${note}</span></dd></div>`

export function renderPage({ title, kicker, lead, highlights, sections, scripts = [] }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the figures</a>
<header><p class="kicker">${kicker}</p><h1>${title}</h1><p class="lead">${lead}</p></header>
<nav aria-label="Sections"><ul>
${sections.map((section) => html`<li><a href="#${section.id}">${section.title}</a></li>`)}
</ul></nav>
<main id="main">
<dl class="highlights">${highlights.map(renderHighlight)}</dl>
${sections.map(renderSection)}
</main>
${scripts.map((script) => html`<script>${trusted(script)}</script>`)}
</body>
</html>
`.html
}
