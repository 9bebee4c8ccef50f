// npm run teach: trained networks in, what they say of every view of the training pictures out, for students to learn from.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Float16Array } from '@petamoriken/float16'
import { Command } from 'commander'
import { loadBackend } from './backends/load-backend'
import { recipes, type Recipe } from './config'
import { loadTrainingSet } from './dataset/load-dataset'
import { loadSplit } from './dataset/load-split'
import { locateDataset } from './dataset/locate-dataset'
import { askTeacher } from './distillation/ask-teacher'
import { openTeacherLogits, teacherFile, writeTeacherLogits } from './distillation/teacher-logits'
import type { TeacherHeader } from './distillation/teacher-logits'
import { loadLayersModel } from './layers-model'
import { meanAnswers } from './mean-answers'

interface TeachOptions {
  readonly student: string
  readonly teachers: readonly string[]
  readonly threads: number
  readonly data?: string
}

const program = new Command('teach')
  .description('Writes what teachers say of the views that a student will see. One that was asked before is not asked again.')
  .requiredOption('--student <recipe>', 'the recipe of config.ts whose views are asked')
  .requiredOption('--teachers <folders...>', 'folders of layers models, as train writes them')
  .option('--threads <count>', 'threads of one operation', Number, 1)
  .option('--data <folder>', 'folder with the Fashion-MNIST files (default: FASHION_MNIST_DIR, or a download)')

async function main(options: TeachOptions): Promise<void> {
  const recipe = (recipes as Readonly<Record<string, Recipe | undefined>>)[options.student]
  if (recipe?.distillation === undefined) {
    const students = Object.entries<Recipe>(recipes).filter(([, { distillation }]) => distillation !== undefined)
    const names = students.map(([name]) => name).join(', ')
    throw new Error(`"${options.student}" is not the recipe of a student. Students of config.ts: ${names || 'none'}.`)
  }
  const { views, teacher } = recipe.distillation
  const { tf, description } = await loadBackend('node', { threads: options.threads })
  console.log(`Backend: ${description}`)
  const { images } = await loadTrainingSet(await locateDataset({ directory: options.data }))
  const { train } = loadSplit({ pixels: images.data })
  const answers = new Map<string, Float16Array>()
  for (const folder of options.teachers) {
    const sha256 = await weightsSha256(folder)
    const file = teacherFile(`${teacher}-${sha256.slice(0, 12)}`)
    const question = { views, teachers: [sha256], pictures: train.length }
    const { logits, done } = await earlierViews(file, question)
    if (done < views.count) console.log(`${folder}: from view ${done + 1} of ${views.count}`)
    await askTeacher(tf, await loadLayersModel(tf, folder), {
      pictures: images.data,
      indices: train,
      views,
      logits,
      done,
      onView: async (count) => {
        await writeTeacherLogits(file, logits, { ...question, done: count })
        console.log(`View ${count} of ${views.count}`)
      },
    })
    answers.set(sha256, logits)
  }
  const header = { views, teachers: [...answers.keys()], pictures: train.length, done: views.count }
  await writeTeacherLogits(teacherFile(teacher), meanAnswers([...answers.values()]), header)
  console.log(`Wrote ${teacherFile(teacher)}: the mean of ${answers.size}`)
}

type Question = Pick<TeacherHeader, 'views' | 'teachers' | 'pictures'>

/** What an earlier run of the same question has written; an empty table where there is none. */
async function earlierViews(file: string, question: Question): Promise<{ logits: Float16Array; done: number }> {
  if (existsSync(file)) {
    const { header, logits } = await openTeacherLogits(file)
    const { views, teachers, pictures, done } = header
    if (JSON.stringify({ views, teachers, pictures }) === JSON.stringify(question)) return { logits, done }
  }
  return { logits: new Float16Array(question.views.count * question.pictures * 10), done: 0 }
}

async function weightsSha256(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.bin')).sort()
  const hash = createHash('sha256')
  for (const name of files) hash.update(await readFile(join(folder, name)))
  return hash.digest('hex')
}

await main(program.parse().opts<TeachOptions>())
