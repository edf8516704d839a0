import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { inputName } from '../model/input-name';
import { UnreadableInput, type Input } from '../readers/input';
import type { ByteSource } from '../readers/source';
import { readTerraformPlan } from '../readers/terraform-plan';
import { planSource, type PlanSource } from '../readers/terraform-source/plan-source';
import type { VariableFile } from '../readers/terraform-source/reader';
import { isZip } from '../readers/zip';
import type { Io } from './io';
import { isReadOnce } from './read-once';

/** Most plans come without their source. */
const sources = () =>
  require('../readers/terraform-source/reader') as typeof import('../readers/terraform-source/reader');
const programs = () => require('./terraform-program') as typeof import('./terraform-program');
const savedPlans = () =>
  require('../readers/terraform-source/saved-plan') as typeof import('../readers/terraform-source/saved-plan');

export interface PlanOptions {
  /** Values for the variables of Terraform source. */
  readonly variableFiles?: readonly VariableFile[] | undefined;
  /** The folder that plans were made of. */
  readonly source?: string | undefined;
  /** Whether terraform or tofu may be run to show saved plans. */
  readonly runTerraform?: boolean | undefined;
}

export interface PlanReader {
  /** Reads a plan in JSON or, where a program may be run, a saved one. It is read on, so what it opens stays open. */
  readonly read: (path: string) => Input;
  /** A file of the source that a saved plan carries, by the path that findings name. */
  readonly carried: (path: string) => Buffer | undefined;
}

/** Reads plans with their source: that of `--source`, which is read when the first plan asks and once, or their own. */
export function planReader(
  options: PlanOptions,
  env: Io['env'],
  keepOpen: (path: string) => ByteSource,
  keep: (source: ByteSource) => ByteSource,
): PlanReader {
  const { source, variableFiles, runTerraform } = options;
  const carried: ((path: string) => Buffer | undefined)[] = [];
  let given: PlanSource | undefined;
  const givenSource = (): PlanSource | undefined => {
    if (source !== undefined)
      given ??= planSource(sources().openTerraformSource(source, { variableFiles, environment: env }));
    return given;
  };

  /** A saved plan is opened before anything is run. */
  function shown(archive: ByteSource, known: PlanSource | undefined) {
    if (isReadOnce(archive.path))
      throw new UnreadableInput(
        `${inputName(archive.path)}: terraform shows a saved plan from its file alone. Name the file`,
      );
    const saved = savedPlans().openSavedPlan(archive);
    const own = known ? undefined : saved.openSource({ variableFiles, environment: env });
    if (own) carried.push(own.contentOf);
    const folder = source === undefined ? dirname(archive.path) : folderOf(source);
    return {
      plan: keep(programs().showPlan(archive.path, folder, saved.madeBy, env)),
      written: known ?? (own && planSource(own)),
    };
  }

  return {
    read: (path) => {
      const known = givenSource();
      const opened = keepOpen(path);
      const { plan, written } = runTerraform && isZip(opened) ? shown(opened, known) : { plan: opened, written: known };
      const input = readTerraformPlan(plan, { locatorOf: written?.locatorOf });
      return written ? written.attachTo(input) : input;
    },
    carried: (path) => carried.map((contentOf) => contentOf(path)).find((content) => content !== undefined),
  };
}

const folderOf = (path: string): string => (statSync(path).isDirectory() ? path : dirname(path));
