import { controls } from '../../controls';
import { resourceMatcher } from '../../gate/glob';
import type { Finding } from '../../model/finding';
import { severities } from '../../model/finding';
import { printable } from '../../reports/printable';
import { drillSheet, type Scenario } from '../../responsibility/drill';
import { parseArguments } from '../arguments';
import type { Command } from '../command';
import { gateFlags, judgingOptions } from '../gate-options';
import { UsageError } from '../io';
import { judging, type Judged } from '../judging';
import { writeFile } from '../write-file';

const options = { ...judgingOptions, output: { type: 'string', short: 'o' }, preset: gateFlags.preset } as const;

/** More sheets than this are not read in an exercise. */
const sheetsAtMost = 5;

export const drill: Command = {
  name: 'drill',
  help: `Writes an incident sheet for a tabletop exercise: what would be exposed if a control did not hold on a resource, who is
called, which runbook is followed, where to look, and how it ends.

Usage: demarc drill [options] <control|resource> <path...|->

A resource is named by its address, construct path or type, with * and ** as wildcards. Of a control, the resources on
which it does not hold today come first.

  --config FILE       instead of demarc.config.{yaml,json} from here up to the repository's root
  --allow-plugins     lets the plugins load that the configuration names: they are code
  --environment NAME  takes an environment of the configuration
  --preset NAME       the controls that are judged: baseline, strict, or a framework's
  --as DIALECT        insists on a dialect
  --parameters FILE   values for the parameters of templates; repeatable
  --var-file FILE     values for the variables of Terraform source; repeatable
  --source DIR        the source that plans were made of: findings point there, and its comments count
  --run-terraform     lets terraform (or tofu) show saved plans, which runs the providers of their folder
  --date YYYY-MM-DD   takes this day as today
  -o, --output FILE   writes to a file

Exit code: 0, or 2 where something could not be read or nothing has that name.
`,
  options: Object.keys(options),
  run(argv, io) {
    const { values, positionals } = parseArguments(argv, options);
    const [subject, ...paths] = positionals;
    if (subject === undefined || paths.length === 0)
      throw new UsageError('name a control or a resource, and what it is in: demarc drill storage-encrypted plan.json');
    const isControl = controls.some(({ id }) => id === subject);
    return judging(paths, isControl ? { preset: 'strict', ...values } : values, io, ({ judged, settings, code }) => {
      const scenarios = isControl ? ofControl(subject, judged) : ofResource(subject, judged);
      if (scenarios.length === 0)
        throw new UsageError(`"${subject}" is no control that judges anything here, and no resource that is judged`);
      const sheets = scenarios.slice(0, sheetsAtMost).map((scenario) => drillSheet(scenario, settings.accountability));
      const left = scenarios.length - sheets.length;
      const more = left > 0 ? [`${String(left)} more resources: name one to get its sheet.\n`] : [];
      const text = [...sheets, ...more].join('\n').split('\n').map(printable).join('\n');
      if (values.output === undefined) io.out(text);
      else writeFile(values.output, text);
      return code;
    });
  },
};

const urgency = { fail: 0, undecided: 1, pass: 2 } as const;

/** One scenario for each resource that the control judges, the failing first. */
const ofControl = (id: string, judged: Judged['judged']): readonly Scenario[] =>
  judged
    .flatMap(({ after }) =>
      (after?.findings ?? []).flatMap((finding) =>
        after && finding.control === id ? [{ finding, scenario: scenarioOf([finding], after.graph) }] : [],
      ),
    )
    .toSorted((one, other) => urgency[one.finding.verdict] - urgency[other.finding.verdict])
    .flatMap(({ scenario }) => scenario ?? []);

/** One scenario for each resource that is meant, with everything that is judged of it. */
function ofResource(pattern: string, judged: Judged['judged']): readonly Scenario[] {
  const means = resourceMatcher(pattern);
  return judged.flatMap(({ after }) => {
    if (!after) return [];
    const subjects = [...new Set(after.findings.map(({ subject }) => subject))].filter(means);
    return subjects.flatMap(
      (subject) =>
        scenarioOf(
          after.findings.filter((finding) => finding.subject === subject),
          after.graph,
        ) ?? [],
    );
  });
}

/** Where something does not hold, what holds is not thought away. */
function scenarioOf(findings: readonly Finding[], graph: Scenario['graph']): Scenario | undefined {
  const [first] = findings;
  if (!first) return undefined;
  const open = findings.filter(({ verdict }) => verdict !== 'pass');
  const about = (open.length > 0 ? open : findings).flatMap(({ control: id, verdict }) => {
    const control = controls.find((one) => one.id === id);
    return control ? [{ control, verdict }] : [];
  });
  const rank = ({ control, verdict }: (typeof about)[number]) =>
    urgency[verdict] * 10 - severities.indexOf(control.severity);
  return {
    resource: first.subject,
    noun: first.noun,
    graph,
    controls: about.toSorted((one, other) => rank(one) - rank(other)),
  };
}
