/** A stream of events about things of a fine kind, each of which belongs to one of a coarse kind. */
export type Flow = {
  readonly who: string
  readonly events: string
  readonly coarse: string
  readonly fine: string
  /** The thing of the coarse kind with the most events. */
  readonly big: string
  /** What people notice when the events are processed late, and when they are processed in the wrong order. */
  readonly late: string
  readonly swapped: string
  /** Why events of different fine things of one coarse thing may depend on each other. */
  readonly across: string
  /** What consumers wait for most of the time. */
  readonly lookup: string
}

/** Streams whose order matters. */
export const flows: readonly Flow[] = [
  {
    who: 'a fulfillment company',
    events: 'order events',
    coarse: 'merchant',
    fine: 'order',
    big: 'this chain',
    late: 'the warehouse sees the orders of a furniture chain far too late',
    swapped: 'a cancellation was processed before the order that it cancels',
    across: 'an exchange refers to an earlier order of the same merchant',
    lookup: 'the article data of the merchant',
  },
  {
    who: 'a savings bank',
    events: 'bookings',
    coarse: 'branch',
    fine: 'account',
    big: 'the branch for online customers',
    late: 'balances of online customers lag behind all morning',
    swapped: 'a withdrawal was booked before the deposit that covers it',
    across: 'transfers within a branch touch two accounts',
    lookup: 'the fee table of the branch',
  },
  {
    who: 'an energy supplier',
    events: 'meter messages',
    coarse: 'substation',
    fine: 'meter',
    big: 'the substation of the city center',
    late: 'the readings of the city center arrive too late for the forecast',
    swapped: 'a correction was overwritten by the reading that it corrects',
    across: 'a meter takes over the counts of the one that it replaces in the same substation',
    lookup: 'the tariff data of the substation',
  },
  {
    who: 'a game studio',
    events: 'inventory changes',
    coarse: 'game world',
    fine: 'player',
    big: 'the oldest game world',
    late: 'players of the oldest game world wait for purchased items',
    swapped: 'a sale was applied before the purchase of the same item',
    across: 'players of one game world trade with each other',
    lookup: 'the price list of the game world',
  },
  {
    who: 'a laboratory group',
    events: 'result messages',
    coarse: 'hospital',
    fine: 'patient',
    big: 'the university hospital',
    late: 'doctors of the university hospital see results long after they were sent',
    swapped: 'a preliminary result replaced the corrected one',
    across: 'results of a mother and her newborn refer to each other',
    lookup: 'the reference values of the hospital',
  },
  {
    who: 'a booking platform',
    events: 'reservation changes',
    coarse: 'hotel',
    fine: 'reservation',
    big: 'this resort',
    late: 'a resort with 1,200 rooms learns of new guests when they stand at the desk',
    swapped: 'a cancellation was applied before its reservation',
    across: 'a room that one reservation gives up is taken by the next one',
    lookup: 'the room types of the hotel',
  },
  {
    who: 'a bus operator',
    events: 'trip events',
    coarse: 'depot',
    fine: 'vehicle',
    big: 'the airport depot',
    late: 'the departure boards at the airport are out of date',
    swapped: 'a trip was closed before it was opened',
    across: 'a replacement vehicle continues the trip of another one from the same depot',
    lookup: 'the timetable of the depot',
  },
]
