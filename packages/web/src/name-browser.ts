// A user agent in; the browser that it names, with its version, out.

/** In this order: each names those behind it as well. */
const browsers: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Cloudflare Workers', /^Cloudflare-Workers()/],
  ['Edge', /\bEdg\/([\d.]+)/],
  ['Opera', /\bOPR\/([\d.]+)/],
  ['Firefox', /\bFirefox\/([\d.]+)/],
  ['Chromium', /\b(?:Headless)?Chrom(?:e|ium)\/([\d.]+)/],
  ['Safari', /\bVersion\/([\d.]+).*\bSafari\//],
  ['WebKit', /\bAppleWebKit\/([\d.]+)/],
  ['Node', /^Node\.js\/([\d.]+)/],
  ['Deno', /^Deno\/([\d.]+)/],
  ['Bun', /^Bun\/([\d.]+)/],
]

export function nameBrowser(userAgent: string): string {
  for (const [name, pattern] of browsers) {
    const found = pattern.exec(userAgent)
    if (found) return `${name} ${found[1]}`.trim()
  }
  return 'an unknown browser'
}
