// Loaded into every process of a crawled site (--import): its clock stands still, so that two crawls can be compared. Timers and
// performance.now run on. Where it stands is in the address of this module, since the press's processes get no environment.
const asked = new URL(import.meta.url).searchParams
const now = asked.get('now')

if (now) {
  const fixed = Date.parse(now)
  const Real = Date
  const Fixed = new Proxy(Real, {
    construct: (real, args, as) => Reflect.construct(real, args.length ? args : [fixed], as === Fixed ? real : as),
    apply: () => new Real(fixed).toString(),
  })
  Real.now = () => fixed
  globalThis.Date = Fixed
  if (globalThis.Temporal) {
    const { Now, Instant } = Temporal
    const zone = Now.timeZoneId()
    const zoned = (as = zone) => Instant.fromEpochMilliseconds(fixed).toZonedDateTimeISO(as)
    Now.instant = () => Instant.fromEpochMilliseconds(fixed)
    Now.zonedDateTimeISO = zoned
    Now.plainDateTimeISO = (as) => zoned(as).toPlainDateTime()
    Now.plainDateISO = (as) => zoned(as).toPlainDate()
    Now.plainTimeISO = (as) => zoned(as).toPlainTime()
  }
}

// In a quick crawl no file to hand out is made: how large each is would otherwise depend on how far the making has come.
if (asked.has('no-press') && process.send) await new Promise((resolve) => setTimeout(resolve, 2 ** 31 - 1))
