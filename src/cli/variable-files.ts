import { readFileSync, statSync } from 'node:fs';
import { fileProblem } from '../readers/detect';
import type { VariableFile } from '../readers/terraform-source/reader';
import { UsageError } from './io';

/** What is taken of source. */
const largestFile = 1 << 25;

/**
 * Files with values for the variables of Terraform source.
 *
 * @throws UsageError where one cannot be read.
 */
export const readVariableFiles = (files: readonly string[]): readonly VariableFile[] =>
  files.map((path) => {
    try {
      if (statSync(path).size > largestFile) throw new Error('it is larger than 32 MiB');
      return { path, text: readFileSync(path, 'utf8') };
    } catch (error) {
      throw new UsageError(`--var-file: ${path}: ${fileProblem(error)}`);
    }
  });
