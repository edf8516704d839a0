import { is } from '../model/truth';
import { control } from './control';

export const certificateOwn = control({
  id: 'certificate-own',
  area: 'in-transit',
  severity: 'low',
  gate: 'note',
  judges: 'certificate',
  title: 'Sites show a certificate of their own domain',
  failure: "shows the provider's default certificate",
  why: "The provider's default certificate says nothing of who you are, and brings its own old versions of TLS along.",
  fix: 'Ask for a certificate of your own domain, and name it.',
  holds: ({ own }) => own && is(own, (on) => on, 'certificate'),
});
