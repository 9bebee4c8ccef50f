// Random draws come in, a fabric (a base colour, its lighter and darker kin, a pattern) goes out.
import type { Random } from './random'

type Colour = readonly [red: number, green: number, blue: number]
export type PatternName = 'plain' | 'stripes' | 'pinstripes' | 'checks' | 'dots' | 'melange'

export interface Fabric {
  base: string
  light: string
  dark: string
  /** Darker still: edges, seams, the inside of a collar. */
  deep: string
  /** A contrasting colour, for stripes and prints. */
  contrast: string
  /** The SVG definition of the pattern with the id `fabric-pattern`; empty for a plain fabric. */
  definition: string
}

export const DARK: readonly Colour[] = [
  [34, 41, 66], [44, 44, 48], [70, 28, 38], [30, 58, 50], [58, 42, 34], [52, 40, 68], [38, 56, 82], [62, 58, 44],
]
export const MIDDLE: readonly Colour[] = [
  [64, 92, 128], [126, 52, 56], [78, 98, 70], [132, 88, 56], [96, 80, 118], [66, 104, 108], [104, 100, 98],
  [140, 72, 48],
]
export const LIGHT: readonly Colour[] = [
  [156, 164, 176], [186, 156, 120], [172, 140, 146], [150, 172, 158], [190, 166, 98], [146, 168, 190],
]

const channel = (value: number) =>
  Math.round(Math.min(255, Math.max(0, value)))
    .toString(16)
    .padStart(2, '0')
const hexadecimal = (colour: Colour) => `#${colour.map(channel).join('')}`
const towards = (colour: Colour, target: number, share: number): Colour => [
  colour[0] + (target - colour[0]) * share,
  colour[1] + (target - colour[1]) * share,
  colour[2] + (target - colour[2]) * share,
]

function patternDefinition(random: Random, name: PatternName, contrast: string): string {
  if (name === 'plain') return ''
  const period = random.uniform(22, 38)
  const band = period * random.uniform(0.35, 0.5)
  const size = name === 'pinstripes' ? 11 : name === 'dots' ? 18 : name === 'melange' ? 47 : period
  const grain = Array.from({ length: name === 'melange' ? 170 : 0 }, () => {
    const place = `cx="${random.uniform(0, 47).toFixed(1)}" cy="${random.uniform(0, 47).toFixed(1)}"`
    const opacity = random.uniform(0.15, 0.45).toFixed(2)
    return `<ellipse ${place} rx="0.8" ry="1.7" fill="${contrast}" fill-opacity="${opacity}"/>`
  })
  const content = {
    stripes: `<rect width="${size}" height="${band}" fill="${contrast}" fill-opacity="0.8"/>`,
    pinstripes: `<rect width="2.4" height="${size}" fill="${contrast}" fill-opacity="0.7"/>`,
    checks:
      `<g fill="${contrast}"><rect width="${size}" height="${band}" fill-opacity="0.45"/>`
      + `<rect width="${band}" height="${size}" fill-opacity="0.45"/>`
      + `<rect y="${size * 0.7}" width="${size}" height="1.6" fill-opacity="0.6"/>`
      + `<rect x="${size * 0.7}" width="1.6" height="${size}" fill-opacity="0.6"/></g>`,
    dots:
      `<g fill="${contrast}" fill-opacity="0.75"><circle cx="4.5" cy="4.5" r="3.2"/>`
      + '<circle cx="13.5" cy="13.5" r="3.2"/></g>',
    melange: grain.join(''),
  }[name]
  const box = `width="${size}" height="${size}" patternUnits="userSpaceOnUse"`
  const shift = `translate(${(-size / 2).toFixed(1)} 6)`
  return `<defs><pattern id="fabric-pattern" ${box} patternTransform="${shift}">${content}</pattern></defs>`
}

/** Draws a shade from one of the palettes, made a little lighter or darker, and a pattern. */
export function chooseFabric(
  random: Random,
  palettes: readonly (readonly Colour[])[],
  patterns: readonly PatternName[] = ['plain'],
): Fabric {
  const chosen = random.choose(random.choose(palettes))
  const base = towards(chosen, random.chance(0.5) ? 160 : 20, random.uniform(0, 0.18))
  const brightness = (base[0] + base[1] + base[2]) / 3
  const contrast = hexadecimal(towards(base, brightness > 110 ? 30 : 225, random.uniform(0.45, 0.7)))
  return {
    base: hexadecimal(base),
    light: hexadecimal(towards(base, 255, 0.22)),
    dark: hexadecimal(towards(base, 0, 0.28)),
    deep: hexadecimal(towards(base, 0, 0.55)),
    contrast,
    definition: patternDefinition(random, random.choose(patterns), contrast),
  }
}
