import { readFileSync } from 'node:fs';
import { fileProblem } from '../readers/detect';
import type { VariableFile } from '../readers/terraform-source/reader';
import { UsageError } from './io';

/**
 * Files with values for the variables of Terraform source.
 *
 * @throws UsageError where one cannot be read.
 */
export const readVariableFiles = (files: readonly string[]): readonly VariableFile[] =>
  files.map((path) => {
    try {
      return { path, text: readFileSync(path, 'utf8') };
    } catch (error) {
      throw new UsageError(`--var-file: ${path}: ${fileProblem(error)}`);
    }
  });
