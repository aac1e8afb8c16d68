// The median of a number of runs, after one to warm up.

/** Milliseconds. */
export async function median(work: () => Promise<unknown>, repeats = 15): Promise<number> {
  await work()
  const times: number[] = []
  for (let i = 0; i < repeats; i++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(repeats / 2)]!
}
