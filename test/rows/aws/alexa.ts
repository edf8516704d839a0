import type { ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';

const skill = { cloudformation: 'Alexa::ASK::Skill', terraform: null };

export const alexaRows: ServiceRows = {
  service: 'alexa',
  controls: {
    'no-secret-in-clear': {
      'client secret of an Alexa skill': secretTable({
        ...skill,
        inCloudformation: (ClientSecret) => ({ AuthenticationConfiguration: { ClientSecret } }),
      }),
      'refresh token of an Alexa skill': secretTable({
        ...skill,
        inCloudformation: (RefreshToken) => ({ AuthenticationConfiguration: { RefreshToken } }),
      }),
    },
  },
};
