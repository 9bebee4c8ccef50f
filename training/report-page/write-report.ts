// The subject of a report and a folder in; the report as a page and as JSON in that folder out.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pictureAddresses } from '../pages/picture-addresses'
import { collectReport, type ReportSubject } from './collect-report'
import { renderReport } from './render-report'
import type { ReportData } from './report-data'

/** Returns what it wrote and where. */
export async function writeEvaluationReport(
  subject: ReportSubject,
  folder: string,
): Promise<{ readonly data: ReportData; readonly page: string }> {
  const data = await collectReport(subject)
  const { surestMistakes, narrowlyRight, surestOfClass, mistakesOfClass } = data.galleries
  const shown = [...surestMistakes, ...narrowlyRight, ...surestOfClass.flat(), ...mistakesOfClass.flat()]
  const evaluated = await pictureAddresses(
    subject.evaluated.pictures,
    shown.map(({ row }) => row),
  )
  const training = await pictureAddresses(subject.training.pictures, data.samples.flat())
  const name = data.split === 'test' ? data.model : `${data.model}-${data.split}`
  const page = join(folder, `${name}.html`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(data, null, 1)}\n`)
  await writeFile(page, renderReport(data, { evaluated, training }))
  return { data, page }
}
