import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource, type Vocabulary } from '../../model/resource';
import { all, any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { chain, known, otherwise, unknown, type Place, type Settled } from '../../model/value';
import type { Context } from '../service';

/** What keeps public access out of a bucket. */
export interface PublicAccessBlockState {
  /** All four switches are on. */
  readonly complete: Settled<boolean>;
  /** Written for this bucket or its account, rather than the platform's initial setting. */
  readonly explicit: Settled<boolean>;
  /** Each switch, as far as somebody wrote it for the bucket or its account. */
  readonly switches: Switches;
  /** Public ACLs have no effect, as far as somebody wrote so. */
  readonly ignoresAcls: Settled<boolean>;
  /** Public policies have no effect, as far as somebody wrote so. */
  readonly refusesPolicies: Settled<boolean>;
  readonly related: readonly Resource[];
}

const switchNames = ['blockAcls', 'ignoreAcls', 'blockPolicy', 'restrict'] as const;
export type Switches = Readonly<Record<(typeof switchNames)[number], Settled<boolean>>>;

/** A place that decides the switches: the bucket's own block, or its account's. */
interface Guard {
  /** The switches as they are, the platform's initial setting included. */
  readonly effective: Switches;
  /** The switches as far as somebody wrote them: whoever writes a public policy does not rely on initial settings. */
  readonly written: Switches;
  readonly explicit: Settled<boolean>;
  readonly related: readonly Resource[];
}

const blockTypes = ['aws_s3_bucket_public_access_block'];

/** In a plan: it was there before, so today's initial settings say nothing of it. */
export const existing = ({ action }: Resource): boolean => ['update', 'no-op', 'import'].includes(action);

/**
 * The public-access block of a bucket: its own, its account's, or the setting that new buckets have. S3 applies the
 * stricter of bucket and account, switch by switch.
 *
 * A partial block leaves its unnamed switches off; a block that is deleted leaves none; a block whose bucket cannot be
 * told may belong to any.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function publicAccessBlock(bucket: Resource, graph: ResourceGraph, context: Context): PublicAccessBlockState {
  const at: Place = {
    id: bucket.id,
    path: bucket.vocabulary === 'cloudformation' ? ['PublicAccessBlockConfiguration'] : [],
  };
  return blockState([ownGuard(bucket, graph, at), ...accountGuards(bucket, graph, context, at)], at);
}

/**
 * The same for an access point, whose own block is written with it, for good: all four switches are on unless told
 * otherwise. The account's counts there too.
 */
export function accessPointBlock(
  point: Resource,
  block: Property,
  graph: ResourceGraph,
  context: Context,
): PublicAccessBlockState {
  const { at } = block;
  const written = block.present();
  const initial = known(true, at, 'access points block public access unless told otherwise');
  const switches = switchesOf(block, point.vocabulary);
  const settled = (name: keyof Switches) => chain(written, (on) => (on ? switches[name] : initial));
  const effective: Switches = {
    blockAcls: settled('blockAcls'),
    ignoreAcls: settled('ignoreAcls'),
    blockPolicy: settled('blockPolicy'),
    restrict: settled('restrict'),
  };
  const own: Guard = { effective, written: effective, explicit: written, related: [] };
  return blockState([own, ...accountGuards(point, graph, context, at)], at);
}

function ownGuard(bucket: Resource, graph: ResourceGraph, at: Place): Guard {
  const { certain, possible } = graph.companions(bucket, blockTypes, 'bucket');
  const [companion] = certain;
  const [maybe] = possible;
  const inline = property(bucket, 'PublicAccessBlockConfiguration', null).present();
  if (companion) return writtenGuard(blockSwitches(companion), at, certain);
  if (inline.state === 'unknown') return openGuard(inline.why, inline.at, []);
  if (inline.value) return writtenGuard(blockSwitches(bucket), at, []);
  if (maybe) {
    const place: Place = { id: maybe.resource.id, path: ['bucket'] };
    return openGuard(`a public access block may belong to it: ${maybe.why}`, place, [maybe.resource]);
  }
  const unwritten = known(false, at, 'no block is written');
  const initial = (effective: Settled<boolean>): Guard => ({
    effective: fourTimes(effective),
    written: fourTimes(unwritten),
    explicit: unwritten,
    related: [],
  });
  if (!existing(bucket)) return initial(known(true, at, 'new buckets block public access since 2023-04'));
  const removed = removedBlock(bucket, graph);
  return initial(
    removed
      ? known(false, { id: removed.id, path: [] }, 'its public access block is deleted')
      : unknown('an existing bucket without a visible block', at),
  );
}

/** A block that the deployment deletes, unless it is only forgotten and stays in place. */
const removedBlock = (bucket: Resource, graph: ResourceGraph): Resource | undefined =>
  graph.removedCompanions(bucket, blockTypes, 'bucket').find(({ properties }) => {
    const kept = properties.get('skip_destroy').flag();
    return !(kept.state === 'known' && kept.value);
  });

/**
 * The account's block: one in the graph, or one that the configuration vouches for. Several documents may be of several
 * accounts: whether one that stands in another is of the same cannot be told.
 */
function accountGuards({ document }: Resource, graph: ResourceGraph, context: Context, at: Place): readonly Guard[] {
  if (context.assume['s3AccountPublicAccessBlock'] === true) {
    const on = known(true, at, 'the account blocks public access, says the configuration');
    return [writtenGuard(fourTimes(on), at, [])];
  }
  return graph
    .ofType('aws_s3_account_public_access_block')
    .filter(({ mode }) => mode === 'managed')
    .map((account) => {
      const switches = blockSwitches(account);
      if (account.document === document) return writtenGuard(switches, at, [account]);
      const why = `${account.address} may be of another account`;
      return { ...writtenGuard(perhapsOn(switches, why), at, [account]), explicit: unknown(why, at) };
    });
}

/** What is off in a block that may count or not is off; what is on may be. */
const perhapsOn = (switches: Switches, why: string): Switches => ({
  blockAcls: perhaps(switches.blockAcls, why),
  ignoreAcls: perhaps(switches.ignoreAcls, why),
  blockPolicy: perhaps(switches.blockPolicy, why),
  restrict: perhaps(switches.restrict, why),
});

const perhaps = (on: Settled<boolean>, why: string): Settled<boolean> =>
  chain(on, (value) => (value ? unknown(why, on.at) : on));

/** The switches that a block resource, or a bucket's own block, names. */
export const blockSwitches = (resource: Resource): Switches =>
  switchesOf(
    resource.vocabulary === 'cloudformation'
      ? resource.properties.get('PublicAccessBlockConfiguration')
      : resource.properties,
    resource.vocabulary,
  );

/** The four switches of a block; those it does not name are off. */
function switchesOf(block: Property, vocabulary: Vocabulary): Switches {
  const one = (cloudformation: string, terraform: string): Settled<boolean> =>
    otherwise(
      block.get(vocabulary === 'cloudformation' ? cloudformation : terraform).flag(),
      false,
      'a block leaves the switches it does not name off',
    );
  return {
    blockAcls: one('BlockPublicAcls', 'block_public_acls'),
    ignoreAcls: one('IgnorePublicAcls', 'ignore_public_acls'),
    blockPolicy: one('BlockPublicPolicy', 'block_public_policy'),
    restrict: one('RestrictPublicBuckets', 'restrict_public_buckets'),
  };
}

/** The state that a block comes to by itself. */
export const blockStateOf = (switches: Switches, at: Place): PublicAccessBlockState =>
  blockState([writtenGuard(switches, at, [])], at);

function blockState(guards: readonly Guard[], at: Place): PublicAccessBlockState {
  const anyOn = (pick: (guard: Guard) => Settled<boolean>, note: string): Truth =>
    any(...guards.map((guard) => is(pick(guard), (on) => on, note)));
  return {
    complete: settledTruth(
      all(...switchNames.map((name) => anyOn(({ effective }) => effective[name], notes[name]))),
      at,
    ),
    explicit: settledTruth(
      anyOn(({ explicit }) => explicit, 'written'),
      at,
    ),
    switches: {
      blockAcls: settledTruth(
        anyOn(({ written }) => written.blockAcls, notes.blockAcls),
        at,
      ),
      ignoreAcls: settledTruth(
        anyOn(({ written }) => written.ignoreAcls, notes.ignoreAcls),
        at,
      ),
      blockPolicy: settledTruth(
        anyOn(({ written }) => written.blockPolicy, notes.blockPolicy),
        at,
      ),
      restrict: settledTruth(
        anyOn(({ written }) => written.restrict, notes.restrict),
        at,
      ),
    },
    ignoresAcls: refused(anyOn(({ written }) => written.ignoreAcls, notes.ignoreAcls), anyOn(({ written }) => written.blockAcls, notes.blockAcls), at), // prettier-ignore
    refusesPolicies: refused(anyOn(({ written }) => written.restrict, notes.restrict), anyOn(({ written }) => written.blockPolicy, notes.blockPolicy), at), // prettier-ignore
    related: guards.flatMap(({ related }) => related),
  };
}

const notes: Readonly<Record<keyof Switches, string>> = {
  blockAcls: 'public ACLs blocked',
  ignoreAcls: 'public ACLs ignored',
  blockPolicy: 'public policies blocked',
  restrict: 'public buckets restricted',
};

/**
 * What is public already stays so when only new public settings are blocked: then the order of the deployment decides,
 * and nobody can say.
 */
const refused = (withoutEffect: Truth, blocked: Truth, at: Place): Settled<boolean> =>
  settledTruth(
    any(
      withoutEffect,
      blocked.holds === false
        ? blocked
        : truth(undefined, blocked.because[0]?.at ?? at, 'new public grants are blocked, but earlier ones stay'),
    ),
    at,
  );

const fourTimes = (value: Settled<boolean>): Switches => ({
  blockAcls: value,
  ignoreAcls: value,
  blockPolicy: value,
  restrict: value,
});

const writtenGuard = (switches: Switches, at: Place, related: readonly Resource[]): Guard => ({
  effective: switches,
  written: switches,
  explicit: known(true, at, 'written'),
  related,
});

function openGuard(why: string, at: Place, related: readonly Resource[]): Guard {
  const switches = fourTimes(unknown(why, at));
  return { effective: switches, written: switches, explicit: unknown(why, at), related };
}
