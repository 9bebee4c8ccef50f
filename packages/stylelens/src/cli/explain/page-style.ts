// Nothing in; the style sheet of an explanation's page out: each colour has its light and its dark value.

type Rule = Readonly<Record<string, string>>

const rules: Readonly<Record<string, Rule>> = {
  ':root': {
    'color-scheme': 'light dark',
    '--paper': 'light-dark(#f7f5f1, #151311)',
    '--surface': 'light-dark(#fffefc, #1e1b19)',
    '--sunken': 'light-dark(#efebe4, #2a2623)',
    '--line': 'light-dark(#e2dcd3, #37322d)',
    '--ink': 'light-dark(#211d19, #f3eee8)',
    '--ink-soft': 'light-dark(#645c53, #b3aaa0)',
    '--accent': 'light-dark(#a84822, #ef9468)',
  },
  '*': {
    'box-sizing': 'border-box',
  },
  body: {
    'max-width': '68rem',
    margin: '0 auto',
    padding: 'clamp(1rem, 4vw, 3rem)',
    background: 'var(--paper)',
    color: 'var(--ink)',
    font: "400 1rem/1.55 ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif",
  },
  'h1, h2, h3, p, ol, ul, figure': {
    margin: '0',
    padding: '0',
  },
  h1: {
    'font-size': 'clamp(2rem, 6vw, 3.25rem)',
    'line-height': '1.1',
    'letter-spacing': '-0.025em',
  },
  h2: {
    'font-size': '1.25rem',
    'letter-spacing': '-0.01em',
  },
  h3: {
    'margin-top': '1.5rem',
    'font-size': '0.9375rem',
    'font-weight': '500',
    'overflow-wrap': 'anywhere',
  },
  '.kicker': {
    color: 'var(--accent)',
    'font-weight': '600',
    'overflow-wrap': 'anywhere',
  },
  '.lead, .note': {
    'max-width': '44rem',
    'margin-top': '0.5rem',
    color: 'var(--ink-soft)',
  },
  '.note': {
    'font-size': '0.9375rem',
  },
  code: {
    'overflow-wrap': 'anywhere',
    'font-size': '0.875em',
  },
  section: {
    'margin-top': '1.25rem',
    padding: 'clamp(1rem, 2.5vw, 1.75rem)',
    background: 'var(--surface)',
    border: '1px solid var(--line)',
    'border-radius': '18px',
  },
  '.pair': {
    display: 'grid',
    'grid-template-columns': 'repeat(auto-fit, minmax(min(100%, 20rem), 1fr))',
    gap: '1.25rem',
    'margin-top': '1.75rem',
  },
  '.pair section': {
    'margin-top': '0',
  },
  img: {
    display: 'block',
    width: '100%',
    'image-rendering': 'pixelated',
  },
  '.seen': {
    'max-width': '20rem',
    'margin-top': '1rem',
    'border-radius': '12px',
    background: '#000',
  },
  'ol, ul': {
    'list-style': 'none',
  },
  '.scores': {
    display: 'grid',
    'grid-template-columns': 'minmax(0, max-content) minmax(4rem, 1fr) max-content',
    gap: '0.5rem 0.75rem',
    'align-items': 'center',
    'margin-top': '1rem',
  },
  '.scores li': {
    display: 'contents',
  },
  '.scores li:first-child': {
    'font-weight': '650',
  },
  '.scores .bar': {
    height: '0.625rem',
    'border-radius': '999px',
    background: 'linear-gradient(to right, var(--accent) var(--share), var(--sunken) var(--share))',
  },
  '.scores .share': {
    'font-variant-numeric': 'tabular-nums',
    'text-align': 'right',
  },
  '.heats': {
    display: 'grid',
    'grid-template-columns': 'repeat(auto-fit, minmax(min(100%, 13rem), 1fr))',
    gap: '1.25rem',
    'margin-top': '1rem',
  },
  '.heat': {
    position: 'relative',
    overflow: 'hidden',
    'border-radius': '12px',
    background: '#000',
  },
  '.heat .base': {
    filter: 'brightness(0.75)',
  },
  '.heat .overlay': {
    position: 'absolute',
    inset: '0',
    height: '100%',
    'image-rendering': 'auto',
  },
  figcaption: {
    'margin-top': '0.5rem',
    'font-size': '0.9375rem',
  },
  'figcaption span': {
    color: 'var(--ink-soft)',
  },
  '.kernels': {
    display: 'grid',
    'grid-template-columns': 'repeat(auto-fill, minmax(4rem, 1fr))',
    gap: '0.75rem',
    'margin-top': '1rem',
  },
  '.kernels img': {
    'border-radius': '8px',
    background: 'var(--sunken)',
  },
  '.scroll': {
    'overflow-x': 'auto',
  },
  '.sheet': {
    'min-width': '40rem',
    'margin-top': '0.5rem',
    'border-radius': '8px',
  },
  ':focus-visible': {
    outline: '3px solid var(--accent)',
    'outline-offset': '3px',
  },
}

const ruleText = ([selector, rule]: [string, Rule]): string =>
  `${selector} { ${Object.entries(rule)
    .map(([property, value]) => `${property}: ${value}`)
    .join('; ')} }`

export const pageStyle = Object.entries(rules).map(ruleText).join('\n')
