import type { FactValues } from '../../cloud/cloud-facts.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Deed, DeedSituation, Told } from '../capacity/deeds.ts'
import { between, pick } from '../parts/draw.ts'
import { spun } from '../parts/spin.ts'
import { withCommas } from '../parts/words.ts'
import { type Load, neededOf } from './solve.ts'

const tell = (
  random: SeededRandom,
  stories: readonly string[],
  now: Load,
  deeds: readonly Deed<Load>[],
): Told<Load> => ({ stem: spun(random, pick(random, stories)), now, deeds })

const roomy = (facts: FactValues): Load => ({
  ...{ perSecond: 100, milliseconds: 500, reserved: null, provisioned: 0, usedByOthers: 200 },
  ...{ account: facts['lambda-account-concurrency'], need: 'no-throttling', connections: 0 },
})

const timeout = (now: Load, why: string): Deed<Load> => ({
  id: 'timeout',
  text: 'Raise the timeout of the function to 15 minutes.',
  why,
  after: now,
  hope: 'timeout-frees',
})

const memory = (now: Load, why: string): Deed<Load> => ({
  id: 'memory',
  text: 'Raise the memory of the function so that it can run more calls at once.',
  why,
  after: now,
  hope: 'memory-adds-room',
})

const quota = (now: Load, why: string): Deed<Load> => ({
  id: 'quota',
  text: 'Request a higher quota of concurrent executions for the account.',
  why,
  after: { ...now, account: 3 * now.account },
})

/** A reservation made long ago is too small. */
const oldReservation: DeedSituation<Load> = (random, facts) => {
  const load = {
    ...roomy(facts),
    perSecond: between(random, 180, 560),
    milliseconds: between(random, 5, 9) * 100,
  }
  const needed = neededOf(load, facts)
  const reserved = Math.floor((needed * between(random, 60, 88)) / 1000) * 10
  const now: Load = { ...load, reserved }
  const roomFor = Math.min(between(random, 11, 13) * 0.1 * needed, 690)
  const raised = Math.ceil(roomFor / 10) * 10
  const short = `Around ${withCommas(needed)} executions run at once at peak, and the reservation stops at ${reserved}`
  const peak = `about ${withCommas(load.perSecond)} calls a second of ${load.milliseconds} milliseconds`
  return tell(
    random,
    [
      `Customers of {a ticket agency|a food delivery service|a lottery|a parking app|a bank} get HTTP status 429 in the {evening|lunch|Friday} peak, with ${peak}. Behind the API is an AWS Lambda function for which somebody reserved ${reserved} concurrent executions {two years ago|before launch|after an old incident}. The dashboard of the account never shows more than a third of its quota in use. Which change ends the errors at the LOWEST cost?`,
      `Since {an app update|a TV commercial|a price cut|the start of a partnership}, the Throttles metric of one AWS Lambda function at {a weather service|a bookshop|an insurer|a courier|a sports portal} is above zero each {morning|evening|weekend}: ${peak} arrive. Other functions of the account are fine, and two thirds of its quota are free. An engineer finds the number ${reserved} under reserved concurrency, and nobody remembers why. Which change solves the problem at the LOWEST cost?`,
    ],
    now,
    [
      {
        id: 'raise',
        text: `Raise the reserved concurrency of the function from ${reserved} to ${raised}.`,
        why: `${short}; the account has room for ${raised}, and a reservation is free of charge.`,
        after: { ...now, reserved: raised },
      },
      {
        id: 'provisioned',
        text: 'Configure provisioned concurrency for the function within its reservation.',
        why: `${short}; provisioned concurrency is part of the reservation and adds no room.`,
        after: { ...now, provisioned: reserved },
      },
      quota(now, `${short}, whatever the quota of the account is.`),
      timeout(now, `${short}; calls do not fail for want of time.`),
      memory(now, `${short}; one environment runs one call at a time with any memory.`),
    ],
  )
}

/** Another function uses up the pool. */
const greedyNeighbor: DeedSituation<Load> = (random, facts) => {
  const load = {
    ...roomy(facts),
    perSecond: between(random, 80, 260),
    milliseconds: between(random, 4, 10) * 100,
  }
  const needed = neededOf(load, facts)
  const now: Load = { ...load, usedByOthers: facts['lambda-account-concurrency'] - 20 }
  const own = Math.ceil((needed * 1.2) / 10) * 10
  const short = `The others leave 20 of ${withCommas(facts['lambda-account-concurrency'])} executions, and around ${withCommas(needed)} are needed`
  return tell(
    random,
    [
      `Whenever {the thumbnail job|the nightly export|the mail campaign|the price import} of {a web shop|a travel portal|a classifieds site|a photo service} starts, its AWS Lambda function runs ${withCommas(now.usedByOthers)} times at once, and checkout in the same account is throttled for {4..30} minutes. Checkout is a function that needs about ${withCommas(needed)} executions, at any hour. The job may take longer. How can the team protect checkout at the LOWEST cost?`,
      `{A clinic's appointment|A bank's sign-in|An airline's search|A hotel group's booking|A theater's seat map} function failed with TooManyRequestsException {on Tuesday|at noon|last night}, with no more traffic than on other days: some ${withCommas(needed)} executions at once. At that time, a log-processing function in the same account had run ${withCommas(now.usedByOthers)} times in parallel. Both are AWS Lambda functions with default settings. Log processing is not urgent. Which change prevents a repetition at the LOWEST cost?`,
    ],
    now,
    [
      {
        id: 'reserve',
        text: `Reserve ${own} concurrent executions for the throttled function.`,
        why: `${short}; a reservation keeps that many for the function, free of charge.`,
        after: { ...now, reserved: own },
      },
      {
        id: 'provisioned',
        text: `Configure ${own} units of provisioned concurrency for the throttled function.`,
        why: `${short}; provisioned concurrency would be its own as well, but is charged for by the hour.`,
        after: { ...now, provisioned: own, costly: true },
      },
      {
        id: 'other-provisioned',
        text: 'Configure provisioned concurrency for the function with the many executions.',
        why: `${short}; provisioned concurrency of the other function limits nothing.`,
        after: { ...now, othersProvisioned: 100 },
      },
      {
        ...timeout(now, `${short}; a throttled call has not started, so its timeout plays no part.`),
        text: 'Raise the timeout of the throttled function to 15 minutes.',
      },
      {
        ...memory(now, `${short}; memory makes no further executions available.`),
        text: 'Raise the memory of the throttled function to the maximum.',
      },
    ],
  )
}

/** A function behind a queue opens more connections than its database takes. */
const tooManyConnections: DeedSituation<Load> = (random, facts) => {
  const connections = between(random, 8, 24) * 10
  const load = { ...roomy(facts), perSecond: between(random, 400, 900), milliseconds: 700, connections }
  const now: Load = { ...load, need: 'few-connections' }
  const cap = connections - 20
  const many = `Around ${withCommas(neededOf(now, facts))} executions at once open as many connections, and the database takes ${connections}`
  return tell(
    random,
    [
      `{Orders of a wholesaler|Meter readings of a utility|Claims of an insurer|Scan events of a parcel service|Bookings of a ferry line} go through an Amazon SQS queue to an AWS Lambda function, which writes them to a database. {After a sale|On the first of the month|On Monday mornings}, the database refuses connections: each execution opens one, and it takes ${connections}. Messages may wait for {an hour|two hours|half a day} in the queue, but other users of the database must get through. What should a developer change?`,
      `"Too many connections" is what the database of {a school platform|a clinic group|a hotel chain|a museum network} answers when {a bulk import|a nightly feed|a partner's backlog} arrives. An AWS Lambda function takes the messages from an Amazon SQS queue, with one connection for each execution, up to hundreds at once. The database can spare ${connections}, a larger one is out of the question, and nobody minds if the import takes {an hour|two hours|all night}. Which change solves the problem?`,
    ],
    now,
    [
      {
        id: 'cap',
        text: `Set the reserved concurrency of the function to ${cap} in its configuration.`,
        why: `${many}; a reservation is also an upper limit, and the rest waits in the queue.`,
        after: { ...now, reserved: cap },
      },
      {
        id: 'provisioned',
        text: `Set the provisioned concurrency of the function to ${cap} environments.`,
        why: `${many}; provisioned concurrency initializes environments and is no upper limit.`,
        after: { ...now, provisioned: cap },
      },
      quota(now, `${many}; a higher quota would let even more of them run.`),
      timeout(now, `${many}, with a longer timeout too.`),
      {
        id: 'dead-letter',
        text: 'Add a dead-letter queue, and set maxReceiveCount to 1.',
        why: `${many}; a dead-letter queue collects the messages that fail because of that.`,
        after: now,
        hope: 'queue-takes-the-blame',
      },
    ],
  )
}

/** The first calls of a rush meet environments that are not initialized. */
const coldStarts: DeedSituation<Load> = (random, facts) => {
  const load = {
    ...roomy(facts),
    perSecond: between(random, 60, 220),
    milliseconds: between(random, 4, 9) * 100,
  }
  const now: Load = { ...load, need: 'no-cold-start' }
  const needed = neededOf(now, facts)
  const warm = Math.ceil((needed * 1.15) / 10) * 10
  const cold = `Some ${needed} environments are needed at once, and none is initialized before the first calls`
  const seconds = between(random, 4, 9)
  return tell(
    random,
    [
      `Each day at {8 a.m.|noon|6 p.m.}, {students open their timetable|traders open their portfolio|commuters look up their trains|nurses open the ward list}, and the first answers take more than ${seconds} seconds. A trace shows that the AWS Lambda function spends this time on loading its {Java framework|libraries|language model|rule set}; after that, a call takes ${load.milliseconds} milliseconds. About ${needed} run at once, and Throttles is zero. The wait has to go, without a change to the code. Which change achieves this?`,
      `{A betting site~on match days|A ticket agency~at the start of a sale|A quiz app~when a show begins|A pharmacy chain~on Monday mornings|A broker~when trading opens} measured what users complain about: the first call of an environment of its AWS Lambda function takes ${seconds} seconds to initialize, {~1} about ${needed} times in the same minute. Later calls take ${load.milliseconds} milliseconds, and nothing is throttled. Calls in the rush must be answered without that delay. What should the team do?`,
    ],
    now,
    [
      {
        id: 'provisioned',
        text: `Schedule provisioned concurrency of ${warm} for the hours of the rush.`,
        why: `${cold}; provisioned concurrency initializes them beforehand.`,
        after: { ...now, provisioned: warm },
      },
      {
        id: 'reserve',
        text: `Set reserved concurrency of ${warm} for the function, day and night.`,
        why: `${cold}; a reservation holds room for them and starts none.`,
        after: { ...now, reserved: warm },
      },
      {
        id: 'ping',
        text: 'Call the function every five minutes through Amazon EventBridge Scheduler.',
        why: `${cold}; a call now and then keeps one of them warm.`,
        after: { ...now, provisioned: 1 },
        hope: 'one-warm-is-enough',
      },
      quota(now, `${cold}; nothing is throttled, so a higher quota changes nothing.`),
      timeout(now, `${cold}; the calls succeed in time, if slowly.`),
    ],
  )
}

/** What happens to functions, and what colleagues propose. */
export const concurrencySituations: readonly DeedSituation<Load>[] = [
  oldReservation,
  greedyNeighbor,
  tooManyConnections,
  coldStarts,
]
