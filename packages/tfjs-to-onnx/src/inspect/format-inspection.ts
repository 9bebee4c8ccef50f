// What the inspector found in; the lines that the command line shows out.
import { placementProviders, placementTable } from './place-operators'
import type { InspectedTensor, Inspection } from './inspection'

export function formatInspection(inspection: Inspection): string {
  const { metadata, uncounted, placement } = inspection
  const isUnmeasured = placement.some(({ runsOn }) => runsOn === undefined)
  return [
    ...facts(inspection),
    ...(uncounted.length > 0 ? [`not counted: ${uncounted.join(', ')}`] : []),
    '',
    ...table([
      ['inputs', '', ''], ...inspection.inputs.map(tensorRow), ['outputs', '', ''], ...inspection.outputs.map(tensorRow),
    ]),
    '',
    ...table([['operator', 'nodes', ...placementProviders], ...placement.map(placementRow)]),
    ...(isUnmeasured ? [`  ? not measured: the table has ${Object.keys(placementTable).length} operators at opsets 13 to 21`] : []),
    '',
    ...table([['metadata', ''], ...Object.entries(metadata).map(([key, value]) => [`  ${key}`, oneLine(value)])]),
    '',
  ].join('\n')
}

function facts(inspection: Inspection): string[] {
  const { bytes, opsets, irVersion, producer, parameters, multiplyAccumulates, measuredWith } = inspection
  const count = (value: number) => value.toLocaleString('en')
  const domains = Object.entries(opsets).map(([domain, version]) => `${domain === '' ? '' : `${domain} `}${version}`)
  const versions = Object.entries(measuredWith).map(([name, version]) => `${name} ${version}`)
  return table([
    ['opset', `${domains.join(', ')}, IR version ${irVersion}`],
    ['producer', `${producer.name} ${producer.version}`.trim() || 'not named'],
    ['size', `${count(bytes)} bytes`],
    ['parameters', count(parameters)],
    ['multiply-accumulates', count(multiplyAccumulates)],
    ['placement', `measured with ${versions.join(', ')}`],
  ])
}

const tensorRow = ({ name, dataType, shape }: InspectedTensor): string[] =>
  [`  ${name}`, dataType, shape === undefined ? 'of unknown shape' : `[${shape.join(', ')}]`]

function placementRow({ operator, nodes, runsOn }: Inspection['placement'][number]): string[] {
  const answers = placementProviders.map(provider => runsOn === undefined ? '?' : runsOn[provider] ? 'yes' : 'no')
  return [`  ${operator}`, String(nodes), ...answers]
}

const longest = 80

function oneLine(value: string): string {
  const line = value.replace(/\s+/g, ' ')
  return line.length > longest ? `${line.slice(0, longest)} ...` : line
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)))
  return rows.map(row => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd())
}
