import type { Service } from '../service';
import { secretFacts } from './secret-facts';

export const alexa: Service = {
  name: 'alexa',
  types: { cloudformation: ['Alexa::ASK::Skill'] },
  facts: (skill) =>
    secretFacts(skill, 'Alexa skill', [
      ['client secret', skill.properties.get('AuthenticationConfiguration', 'ClientSecret')],
      ['refresh token', skill.properties.get('AuthenticationConfiguration', 'RefreshToken')],
    ]),
};
