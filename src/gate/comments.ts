import type { ResourceComment } from '../model/comment';
import { commentWaivers, waiverBeside } from './comment-waivers';
import { foreignComments, suppressionBeside } from './foreign-comments';
import type { Suppression } from './foreign-suppressions';
import type { Waiver } from './waivers';

/** What comments say to us and to other tools. */
export interface Spoken {
  readonly waivers: readonly Waiver[];
  readonly suppressions: readonly Suppression[];
  /** What is wrong with waivers, for people. */
  readonly notes: readonly string[];
}

/** The waivers and suppressions in the comments of an input. */
export function spokenIn(comments: readonly ResourceComment[]): Spoken {
  const waivers = comments
    .filter(({ ofFile }) => !ofFile)
    .flatMap((comment) => commentWaivers(comment.text).map((waiver) => ({ waiver, place: placeOf(comment) })));
  return {
    waivers: waivers.map(({ waiver, place }) => waiverBeside(waiver, place)),
    suppressions: comments.flatMap((comment) =>
      foreignComments(comment.text)
        // What is said of a whole file counts at its head alone, and there nothing else does.
        .filter(({ reach }) => (reach === 'file') === (comment.ofFile === true))
        .map((one) => suppressionBeside(one, placeOf(comment))),
    ),
    notes: waivers.flatMap(({ waiver: { control, problems }, place: { file, line } }) =>
      problems.map((problem) => `${file}:${String(line)}: waiver${control && ` of ${control}`} ${problem}`),
    ),
  };
}

const placeOf = ({ resource, ids, file, line, column }: ResourceComment) => ({ resource, ids, file, line, column });
