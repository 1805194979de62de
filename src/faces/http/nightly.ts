const hour = 3_600_000
const day = 24 * hour
/** Hour of the day (UTC) at which it is night in most places that have one server. */
const nightHour = 3

/** Milliseconds until the next night, above 0 and up to a day. */
export const untilNight = (now: number): number => {
  const since = (((now - nightHour * hour) % day) + day) % day
  return day - since
}

/**
 * Does some work every night; what goes wrong is logged and tried again the next. The timer keeps no process alive.
 * @returns stops it
 */
export function everyNight(work: () => Promise<void>, now: () => number): () => void {
  let timer: NodeJS.Timeout
  const arm = (): void => {
    timer = setTimeout(() => {
      arm()
      void work()
    }, untilNight(now()))
    timer.unref()
  }
  arm()
  return () => clearTimeout(timer)
}
