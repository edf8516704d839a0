import type { Area } from '../model/finding';

/** The two halves of an area, in words that fit any provider. */
export interface Sides {
  /** What it is about, within a sentence. */
  readonly noun: string;
  /** What the provider does; its name stands in front. */
  readonly provider: string;
  readonly customer: string;
}

export const sides: Readonly<Record<Area, Sides>> = {
  physical: {
    noun: 'the facilities',
    provider: 'guards and runs the facilities',
    customer: 'where your data may lie is yours',
  },
  'network-infrastructure': {
    noun: 'the physical network',
    provider: 'runs the physical network',
    customer: 'what you connect to it is yours',
  },
  host: {
    noun: 'the hosts',
    provider: 'runs and patches the hosts',
    customer: 'what you run on them is yours',
  },
  'guest-os': {
    noun: 'operating system patching',
    provider: 'runs the hosts beneath',
    customer: 'the operating system and its patches are yours',
  },
  runtime: {
    noun: 'runtime patching',
    provider: 'offers versions and their patches',
    customer: 'which of them runs here, and whether it is still supported, is yours',
  },
  'network-controls': {
    noun: 'network exposure',
    provider: 'runs the network',
    customer: 'who can reach this is yours',
  },
  'identity-access': {
    noun: 'permissions',
    provider: 'holds every request against the policies it is given',
    customer: 'what they allow is yours',
  },
  application: {
    noun: 'the application',
    provider: 'runs what it is given',
    customer: 'what that does, and what it holds, is yours',
  },
  'data-at-rest': {
    noun: 'encryption at rest',
    provider: 'runs the disks and offers the encryption',
    customer: 'whether this data is encrypted is yours',
  },
  'in-transit': {
    noun: 'encryption in transit',
    provider: 'offers encrypted connections',
    customer: 'whether plain ones are accepted is yours',
  },
  'key-management': {
    noun: 'key custody',
    provider: 'runs the key service',
    customer: 'which key is used, and how long it lives, is yours',
  },
  'logging-audit': {
    noun: 'logging',
    provider: 'can record what happens',
    customer: 'whether it is recorded, and kept, is yours',
  },
  'backup-recovery': {
    noun: 'backup',
    provider: 'keeps the service running',
    customer: 'whether there is a copy to go back to is yours',
  },
  configuration: {
    noun: 'configuration',
    provider: 'offers the switch',
    customer: 'how it is set is yours',
  },
  'client-users': {
    noun: 'sign-in',
    provider: 'runs the sign-in',
    customer: 'who may sign in, and with what, is yours',
  },
  'incident-response': {
    noun: 'incident response',
    provider: 'tells of incidents on its side',
    customer: 'who is called, and what they do, is yours',
  },
};
