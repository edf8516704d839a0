/**
 * HCL, the language of Terraform and OpenTofu: text in, data out. Pure and synchronous; it imports nothing and reads no file.
 *
 * `parseFile` never throws: what is wrong in a file is in its `errors`, and the rest of it is read all the same.
 */
export type * from './syntax';
export { parseExpression, parseFile, parseTemplate, type Parsed } from './parse';
export { parseJsonFile, parseJsonVariables } from './json';
export { parsePath, pathOf, type PathStep } from './path';
export { childrenOf } from './children';
export { positionAt, type Position } from './lines';
export { maximumHeight } from './parse/height';
export type * from './evaluate/value';
export type * from './evaluate/module';
export { evaluateModule } from './evaluate/module';
export { scopedData } from './evaluate/declarations';
