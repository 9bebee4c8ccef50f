// A call and a number in; the mean microseconds of so many calls, one after another, out.
// Plain JavaScript, as fresh processes without tsx need it too.

export async function timeCalls(call, count) {
  const usage = process.cpuUsage()
  const began = performance.now()
  for (let turn = 0; turn < count; turn++) await call()
  const wall = ((performance.now() - began) * 1000) / count
  const { user, system } = process.cpuUsage(usage)
  return { wall, processor: (user + system) / count }
}
