// A folder in; one line for each picture in it out. All of them go through the model together.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createClassifier, isClassifierError } from 'stylelens'

const [folder = 'samples/pictures'] = process.argv.slice(2)
const names = (await readdir(folder)).filter((name) => /\.(png|jpe?g|webp|gif|avif)$/i.test(name)).sort()
const pictures = names.map((name) => join(folder, name))

const classifier = await createClassifier()
try {
  const answers = await classifier.classify(pictures, { topK: 1 })
  for (const [place, [{ label, score }]] of answers.entries()) {
    console.log(`${names[place].padEnd(16)} ${label.padEnd(11)} ${(100 * score).toFixed(1).padStart(5)} %`)
  }
} catch (error) {
  // The error of a picture says which one it was by its place in the list.
  if (!isClassifierError(error) || error.index === undefined) throw error
  console.error(`${names[error.index]} failed with ${error.code}: ${error.message}`)
  process.exitCode = 1
} finally {
  await classifier.dispose()
}
