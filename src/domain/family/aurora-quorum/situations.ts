import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Deed, DeedSituation, Told } from '../capacity/deeds.ts'
import { pick } from '../parts/draw.ts'
import { spun } from '../parts/spin.ts'
import type { Cluster } from './solve.ts'

/** The zone of the writer fails; nobody else is there. */
const zoneFails: Cluster = {
  ...{ lost: [2, 0, 0], writerZone: 0, readerZones: [], endpoint: 'cluster' },
  ...{ mode: 'normal', need: 'writes' },
}

const tell = (
  random: SeededRandom,
  stories: readonly string[],
  now: Cluster,
  deeds: readonly Deed<Cluster>[],
): Told<Cluster> => ({ stem: spun(random, pick(random, stories)), now, deeds })

const slowRestore =
  'Restoring takes far longer and loses what was written since that point, though the volume is intact'

/** A single instance was rebuilt after an outage of its zone, which took too long. */
const lonelyWriter: DeedSituation<Cluster> = (random) =>
  tell(
    random,
    [
      'When an Availability Zone failed in {January|March|May|June|July|September|October|November}, the {~1} system of {a grocery chain~ordering|a ferry company~booking|a courier~dispatch|a car-sharing firm~reservation|a cinema chain~ticket|an airline~check-in|a hospital~admission} was down for {12..38} minutes. Its Amazon Aurora cluster had a single DB instance in that zone, and a new one had to be created elsewhere. No data was lost. Next time, writes should be possible again within about a minute. Which change achieves this at the LOWEST cost?',
      '{A clinic|A broker|A ticket agency|A toll operator|A pharmacy|A notary|A garage chain|A food bank} pays for one DB instance in its Amazon Aurora cluster. In the zone outage last {week|month|spring}, staff worked on paper for {14..45} minutes until Aurora had created another instance, and then found their data complete. The director accepts a minute of downtime for such a case and does not want to pay for more than is needed. What should be done?',
    ],
    zoneFails,
    [
      {
        id: 'replica',
        text: 'Add an Aurora Replica in another Availability Zone.',
        why: 'Four of six copies are enough to write, so what is missing is an instance: a replica in another zone is promoted within about a minute.',
        after: { ...zoneFails, readerZones: [1] },
      },
      {
        id: 'same-zone',
        text: 'Add an Aurora Replica in the zone of the writer, for the least delay.',
        why: 'If the zone fails, the replica is lost together with the writer.',
        after: { ...zoneFails, readerZones: [0] },
      },
      {
        id: 'snapshots',
        text: spun(random, 'Take a snapshot every {10|15|20|30} minutes, and restore it when a zone fails.'),
        why: `${slowRestore}.`,
        after: { ...zoneFails, restored: true },
      },
      {
        id: 'global',
        text: 'Convert the cluster to an Aurora global database with a secondary Region.',
        why: 'A second cluster in another Region costs more than a replica and is made for the loss of a Region.',
        after: { ...zoneFails, readerZones: [1], costly: true },
      },
      {
        id: 'larger',
        text: 'Move the DB instance to a class with twice the memory and CPU.',
        why: 'A larger instance is lost with its zone like a small one.',
        after: zoneFails,
        hope: 'strength-is-availability',
      },
    ],
  )

const failedOver: Cluster = { ...zoneFails, readerZones: [1], endpoint: 'instance' }

/** After a failover the application writes to what is now a reader. */
const wrongEndpoint: DeedSituation<Cluster> = (random) =>
  tell(
    random,
    [
      'In a failover test of an Amazon Aurora PostgreSQL cluster, the replica took over after {18..41} seconds. The {~1} service of {an airline~booking|an insurer~claims|a utility~billing|a retailer~payment|a broker~order|a library network~lending} went on failing for {20..90} minutes with "cannot execute INSERT in a read-only transaction", until somebody edited its configuration. That file contains the address of the instance that used to be the writer. Which change lets the service recover by itself next time?',
      'The writer of an Amazon Aurora MySQL cluster crashed {on Saturday|last night|on Monday morning}, and a replica in another zone was promoted in {19..44} seconds. The {~1} service of {a fashion retailer~stock|a rail operator~seat|a theater group~ticket|a hospital~roster|a coffee chain~loyalty|a fleet operator~trip} nevertheless could not save anything for {15..70} minutes: its connection string names the old writer instance, which had come back as a reader. What should the team change?',
    ],
    failedOver,
    [
      {
        id: 'cluster-endpoint',
        text: 'Point the service to the cluster endpoint of Aurora.',
        why: 'The cluster endpoint points to the present writer, so it follows a failover.',
        after: { ...failedOver, endpoint: 'cluster' },
      },
      {
        id: 'reader-endpoint',
        text: 'Point the service to the reader endpoint of Aurora.',
        why: 'The reader endpoint leads to replicas, which reject writes.',
        after: { ...failedOver, endpoint: 'reader' },
      },
      {
        id: 'second-replica',
        text: 'Add a second Aurora Replica in the third Availability Zone.',
        why: 'The failover worked with one replica; the service still writes to the former writer.',
        after: { ...failedOver, readerZones: [1, 2] },
        hope: 'instances-hold-copies',
      },
      {
        id: 'tier',
        text: 'Give the old writer failover priority tier 0.',
        why: 'The tier decides which replica is promoted first; the service still depends on one instance.',
        after: failedOver,
        hope: 'strength-is-availability',
      },
      {
        id: 'restore',
        text: 'Restore the cluster to a point before the failure, and connect the service to it.',
        why: `${slowRestore}.`,
        after: { ...failedOver, restored: true },
      },
    ],
  )

const readerLost: Cluster = {
  ...{ lost: [0, 2, 0], writerZone: 0, readerZones: [1], endpoint: 'cluster' },
  ...{ mode: 'normal', need: 'writes-and-reader' },
}

/** The zone of the reader is lost, and with it two copies of the volume. */
const lostReader: DeedSituation<Cluster> = (random) =>
  tell(
    random,
    [
      'An Availability Zone has been dark for {10..55} minutes, and with it the replica of the Amazon Aurora cluster that {an insurer~quotes|a brewery~orders|a parcel service~label printing|a university~enrollment|a bank~transfers|a car-sharing firm~reservations} uses for {reports|statistics|dashboards}. The writer runs in another zone. These queries now go to the writer too and slow down {~1}. A manager has read that two of the six copies of the data are gone. What should the engineer on duty do?',
      'The alarm at {1..5}:{10..59} a.m. is about an Availability Zone that {an energy trader~trades|a hotel group~bookings|a game studio~purchases|a hospital~admissions|a taxi company~rides} uses. Its Amazon Aurora cluster has lost the one replica, on which dashboards depend; the writer in a second zone is well. Dashboards have to be fast again before {7|8|9} a.m., and {~1} must go on. Which action meets these requirements?',
    ],
    readerLost,
    [
      {
        id: 'third-zone',
        text: 'Create a reader instance in a healthy zone, and change nothing else.',
        why: 'Four of six copies are left, which is enough to write, and a new replica reads the same volume at once.',
        after: { ...readerLost, readerZones: [1, 2] },
      },
      {
        id: 'restore',
        text: 'Restore the latest snapshot to a new cluster with six copies.',
        why: `${slowRestore}.`,
        after: { ...readerLost, restored: true },
      },
      {
        id: 'pause',
        text: 'Block writes until the lost copies of the volume have been replaced.',
        why: 'Writes need four copies, and four are left, so a pause gives up service for nothing.',
        after: { ...readerLost, mode: 'stopped' },
        hope: 'all-copies-needed',
      },
      {
        id: 'new-writer',
        text: 'Start a failover, so that a fresh writer can rebuild the damaged volume.',
        why: 'No replica is left to promote, and the storage repairs itself without the help of a writer.',
        after: readerLost,
        hope: 'writer-elsewhere',
      },
      {
        id: 'same-zone',
        text: 'Add a replica in the zone of the lost one, since its data is there.',
        why: 'Nothing can start in the zone that is down, and the data is in each of the three zones.',
        after: { ...readerLost, readerZones: [1, 1] },
      },
    ],
  )

const beyondOneZone: Cluster = {
  ...{ lost: [0, 2, 1], writerZone: 0, readerZones: [2], endpoint: 'cluster' },
  ...{ mode: 'normal', need: 'most' },
}

/** A zone and a copy more are lost, so that the volume can be read and not written. */
const readsLeft: DeedSituation<Cluster> = (random) =>
  tell(
    random,
    [
      'During an outage of an Availability Zone, a storage node in a second zone fails as well. The Amazon Aurora cluster of {a pharmacy chain~prescriptions|a library network~loans|a parts dealer~stock levels|a blood bank~reserves|a clinic group~ward lists|a customs broker~declarations} has answered queries for {6..48} minutes, but each INSERT fails. Writer and replica are in zones with power. Staff could work with {~1} on screen for {an hour|two hours|a while}, and nothing that was saved may be lost. What should the on-call engineer do?',
      'Since {10..50} minutes ago, the {~1} service of {a wholesaler~catalog|a bus operator~timetable|a telecom operator~tariff|a clinic group~directory|a museum network~collection|a seed producer~variety} reads from its Amazon Aurora cluster without trouble, and saving fails. AWS reports that a zone is down, and that storage in another is impaired. Both DB instances run elsewhere. Customers mostly look things up. Which action keeps as much of the service as possible, without data loss?',
    ],
    beyondOneZone,
    [
      {
        id: 'read-only',
        text: 'Switch the application to read mode, and wait for the volume to be repaired.',
        why: 'Three of six copies are left: enough to read and to repair, one too few to write.',
        after: { ...beyondOneZone, mode: 'read-only' },
      },
      {
        id: 'promote',
        text: 'Promote the replica so that it can accept the writes.',
        why: 'Three of six copies are left, and writes need four, so another writer could not save either.',
        after: beyondOneZone,
        hope: 'writer-elsewhere',
      },
      {
        id: 'restore',
        text: 'Restore the last automated backup to a new cluster.',
        why: 'The volume can still be read and repairs itself; a restored cluster may lack the latest changes.',
        after: { ...beyondOneZone, restored: true },
      },
      {
        id: 'add-replicas',
        text: 'Launch two more replicas so that the volume has enough copies.',
        why: 'Replicas share the volume and bring no copy of it; three copies are left, and writes need four.',
        after: beyondOneZone,
        hope: 'instances-hold-copies',
      },
      {
        id: 'shut',
        text: 'Shut the application down until six copies are there again.',
        why: 'Three copies are enough to read, so shutting down gives up a service that is still possible.',
        after: { ...beyondOneZone, mode: 'stopped' },
        hope: 'all-copies-needed',
      },
    ],
  )

/** A new cluster is laid out. */
const layout: DeedSituation<Cluster> = (random) =>
  tell(
    random,
    [
      '{A payment service|A betting site|An e-prescription service|A freight exchange|A tax portal} moves its {2..26} TB database to Amazon Aurora. The contract allows {one minute|two minutes|90 seconds} without writes when an Availability Zone fails, and asks that the data be stored in three zones. The CFO has crossed out {one|two|half|three} of the instances in the first plan. Which plan meets the contract at the LOWEST cost?',
      'An architect plans an Amazon Aurora cluster of about {2..19} TB for {an airline caterer~orders|a streaming service~sign-ups|a dental insurer~claims|a stock photo agency~uploads|a parking operator~payments|a courier~pickups}. Data has to be in three Availability Zones. If one of them is lost, {~1} should be accepted again after {a minute|two minutes}. The team counts each dollar. Which layout should the architect choose?',
    ],
    zoneFails,
    [
      {
        id: 'two',
        text: 'A writer in one zone, and a single replica in another zone.',
        why: 'The volume has two copies in each of three zones by itself, and one replica in another zone takes over within about a minute.',
        after: { ...zoneFails, readerZones: [1] },
      },
      {
        id: 'three',
        text: 'A writer, and two replicas in the other two zones.',
        why: 'It meets the need, but the volume is in three zones with whatever instances, and one replica is enough to take over.',
        after: { ...zoneFails, readerZones: [1, 2], costly: true },
        hope: 'instances-hold-copies',
      },
      {
        id: 'one',
        text: 'A writer alone, on the volume that spans three zones.',
        why: 'The data survives, but a new instance has to be created first, which takes many minutes.',
        after: zoneFails,
      },
      {
        id: 'same-zone',
        text: 'A writer, and one replica in the same zone.',
        why: 'If this zone fails, both instances are lost.',
        after: { ...zoneFails, readerZones: [0] },
      },
      {
        id: 'restore',
        text: 'A writer, and snapshots from which a new cluster is restored.',
        why: `${slowRestore}.`,
        after: { ...zoneFails, restored: true },
      },
    ],
  )

/** What happens to clusters, and what colleagues propose. */
export const quorumSituations: readonly DeedSituation<Cluster>[] = [
  lonelyWriter,
  wrongEndpoint,
  lostReader,
  readsLeft,
  layout,
]
