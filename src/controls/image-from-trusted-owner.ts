import { is } from '../model/truth';
import { control } from './control';

export const imageFromTrustedOwner = control({
  id: 'image-from-trusted-owner',
  area: 'guest-os',
  severity: 'medium',
  gate: 'warn',
  judges: 'image',
  title: 'Images come from somebody one trusts',
  failure: 'takes images of anybody',
  why: 'Anyone can publish an image under a name that looks right; whoever starts it runs their code.',
  fix: 'Name the owner of the image: yourself, the provider, or a vendor by account.',
  holds: ({ trusted }) => trusted && is(trusted, (known) => known, 'owner of the image'),
});
