// The committed seeds come in, the ten sample pictures (and, if asked for, a contact sheet) go out as PNG files.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { OverlayOptions } from 'sharp'
import sharp from 'sharp'
import { drawSample } from './draw-sample'
import { GARMENT_TABLE } from './garment-table'

interface Seeds {
  shown: Record<string, number>
  tested: Record<string, number[]>
}

const CELL = 132
const GAP = 6

async function drawPictures(seeds: Seeds, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const { label, slug } of GARMENT_TABLE) {
    const { png } = await drawSample(label, seeds.shown[label])
    await writeFile(`${folder}/${slug}.png`, png)
  }
}

async function contactCell(label: string, seed: number, column: number, row: number): Promise<OverlayOptions> {
  const { png } = await drawSample(label, seed)
  const input = await sharp(png).resize(CELL, CELL, { fit: 'contain', background: '#ffffff' }).png().toBuffer()
  return { input, left: GAP + column * (CELL + GAP), top: GAP + row * (CELL + GAP) }
}

// One row a class, one column a seed.
async function drawContactSheet(seeds: Seeds, file: string): Promise<void> {
  const cells: OverlayOptions[] = []
  for (const [row, { label }] of GARMENT_TABLE.entries()) {
    for (const [column, seed] of seeds.tested[label].entries()) cells.push(await contactCell(label, seed, column, row))
  }
  const columns = Math.max(...GARMENT_TABLE.map(({ label }) => seeds.tested[label].length))
  const side = (count: number) => GAP + count * (CELL + GAP)
  const sheet = {
    width: side(columns),
    height: side(GARMENT_TABLE.length),
    channels: 3 as const,
    background: '#ffffff',
  }
  await sharp({ create: sheet }).composite(cells).png().toFile(file)
}

const HELP = `Draws the ten sample pictures from the seeds in samples/seeds.json.

Usage: tsx samples/draw-samples.ts [options]

  --out FOLDER           where the pictures go (default: samples/pictures)
  --contact-sheet FILE   also draw every tested seed, one row a class, into one PNG file
  --help                 show this text
`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, 'contact-sheet': { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help === true) return void process.stdout.write(HELP)
  const folder = values.out ?? fileURLToPath(new URL('pictures', import.meta.url))
  const seeds = JSON.parse(await readFile(new URL('seeds.json', import.meta.url), 'utf8')) as Seeds
  await drawPictures(seeds, folder)
  process.stdout.write(`Drew ${GARMENT_TABLE.length} pictures into ${folder}\n`)
  const sheet = values['contact-sheet']
  if (sheet === undefined) return
  await drawContactSheet(seeds, sheet)
  process.stdout.write(`Drew the contact sheet ${sheet}\n`)
}

await main()
