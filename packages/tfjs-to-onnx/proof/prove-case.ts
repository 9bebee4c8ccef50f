// A judged case, its file and a runner come in; the largest error of the file over all batch sizes goes out.
import { worstOf } from './compare'
import type { JudgedCase } from './judge-case'
import type { Runner } from './runners/runner'

/** Outputs are compared in the model's order, whatever their names. */
export async function errorOn({ questions }: Pick<JudgedCase, 'questions'>, bytes: Uint8Array, runner: Runner): Promise<number> {
  const session = await runner.open(bytes)
  let worst = 0
  for (const { feeds, answer } of questions) {
    const outputs = await session.run(feeds)
    worst = Math.max(worst, worstOf(Object.values(outputs), answer))
  }
  await session.release()
  return worst
}
