import type { Command } from '../command';

/** A command in the overview. It is loaded when it is asked for: most need what the others do not. */
export interface CommandEntry {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly load: () => Command;
}

/** Every command, in the order of the overview. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'check',
    summary: 'inspects templates, plans and Terraform source, and decides whether they may be deployed',
    load: () => (require('./check') as typeof import('./check')).check,
  },
  {
    name: 'baseline',
    summary: 'writes down what is wrong already, so that a gate blocks only what is new',
    load: () => (require('./baseline') as typeof import('./baseline')).baseline,
  },
  {
    name: 'matrix',
    summary: 'says who answers for what of what is about to be deployed',
    load: () => (require('./matrix') as typeof import('./matrix')).matrix,
  },
  {
    name: 'review',
    summary: 'writes down who answers for what, and says what moved and what is overdue',
    load: () => (require('./review') as typeof import('./review')).review,
  },
  {
    name: 'drill',
    summary: 'writes an incident sheet for a tabletop exercise',
    load: () => (require('./drill') as typeof import('./drill')).drill,
  },
  {
    name: 'fix',
    summary: 'mends Terraform source and templates where one edit of a resource does',
    load: () => (require('./fix') as typeof import('./fix')).fix,
  },
  {
    name: 'explain',
    summary: 'says what a control requires, why, and what to do',
    load: () => (require('./explain') as typeof import('./explain')).explain,
  },
  {
    name: 'controls',
    summary: 'lists every control',
    load: () => (require('./controls') as typeof import('./controls')).controls,
  },
  {
    name: 'waivers',
    summary: 'lists the waivers and what became of them',
    load: () => (require('./waivers') as typeof import('./waivers')).waivers,
  },
  {
    name: 'iam',
    summary: 'decides what IAM policies allow: new access, given access, public access',
    load: () => (require('./iam') as typeof import('./iam')).iam,
  },
  {
    name: 'serve',
    summary: 'answers HCP Terraform as a run task',
    load: () => (require('./serve') as typeof import('./serve')).serve,
  },
  {
    name: 'init',
    summary: 'writes a demarc.config.yaml to start from',
    load: () => (require('./init') as typeof import('./init')).init,
  },
];
