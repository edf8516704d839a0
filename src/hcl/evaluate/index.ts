/** The three-valued evaluator: modules, and single expressions. */
export { evaluateModule } from './evaluation';
export { attempt, evaluate } from './expression';
export { Failure, LimitReached } from './failure';
export { functionNames } from './functions';
export { isSettled, whyOpen } from './inspect';
export { toJson } from './json';
export { numberText } from './convert';
export type * from './module';
export type * from './value';
