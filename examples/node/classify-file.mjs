// The path or address of a picture in; its three likeliest labels with their probabilities out.
import { classify } from 'stylelens'

const [picture = 'samples/pictures/ankle-boot.png'] = process.argv.slice(2)

for (const { label, score } of await classify(picture, { topK: 3 })) {
  console.log(`${label.padEnd(11)} ${(100 * score).toFixed(1).padStart(5)} %`)
}
await classify.dispose()
