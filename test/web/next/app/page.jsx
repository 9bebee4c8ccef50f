// A request in; what is worn in a picture on the server's disk, as a server component writes it, out.
import { join } from 'node:path'
import { classify } from 'stylelens'

export const dynamic = 'force-dynamic'

export default async function Page() {
  const [best] = await classify(join(process.cwd(), 'public/coat.png'), { topK: 1 })
  return <p id="answer">classified on the server: {best.label}</p>
}
