// Cases in; their exported files with questions and answers, for a runner outside this process, out.
import type { ConversionOptions } from '../src/conversion-options'
import { backendFor, batches, exportCase, judgeCase } from './judge-case'
import { isInstalled } from './oracles/backends'
import type { Family, ProofCase } from './proof-case'
import type { Job } from './runners/jobs'

export interface FamilyJob extends Job {
  readonly family: Family
}

/** Cases whose only right oracle is missing are left out. */
export async function exportJobs(
  cases: readonly ProofCase[],
  options: ConversionOptions = {},
  sizes: readonly number[] = batches,
): Promise<FamilyJob[]> {
  const jobs: FamilyJob[] = []
  for (const proof of cases) {
    if (!isInstalled(backendFor(proof))) continue
    const { id, family, questions } = await judgeCase(proof, backendFor(proof), sizes)
    jobs.push({ id, family, questions, bytes: await exportCase(proof, options) })
  }
  return jobs
}
