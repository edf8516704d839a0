import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, type Truth } from '../../model/truth';
import { otherwise, orElse } from '../../model/value';
import { at, switched, type About } from './platform-service';

/**
 * Who must sign in: callers, before a request reaches the program; whoever deploys, by the directory or by a password of
 * the app's own.
 *
 * @see https://learn.microsoft.com/azure/app-service/overview-authentication-authorization
 */
export function* signInFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  yield {
    kind: 'front-guard',
    guard: 'sign-in',
    kept: settledTruth(signedIn(subject), subject.properties.at),
    ...about,
  };
  yield {
    kind: 'front-guard',
    guard: 'peer-certificate',
    kept: settledTruth(certified(subject), subject.properties.at),
    ...about,
  };
  yield { kind: 'user-store', central: settledTruth(deployedByDirectory(subject), subject.properties.at), ...about };
}

const signedIn = (app: Resource): Truth =>
  any(byOlderSettings(at(app, 'auth_settings')), byNewerSettings(at(app, 'auth_settings_v2')));

const on = (property: Property): Truth =>
  is(otherwise(property.flag(), false, 'off unless told otherwise'), (set) => set, 'sign-in of callers');

const turnedAway = (property: Property): Truth =>
  is(
    otherwise(property.text(), 'RedirectToLoginPage', 'strangers are sent to the sign-in page unless told otherwise'),
    (action) => action !== 'AllowAnonymous',
    'what becomes of strangers',
  );

const byOlderSettings = (settings: Property): Truth =>
  all(on(settings.get('enabled')), turnedAway(settings.get('unauthenticated_client_action')));

const byNewerSettings = (settings: Property): Truth =>
  all(
    on(settings.get('auth_enabled')),
    turnedAway(settings.get('unauthenticated_action')),
    is(
      otherwise(settings.get('require_authentication').flag(), false, 'not required unless told otherwise'),
      (required) => required,
      'sign-in of every request',
    ),
  );

/** Certificates may be asked for and still be optional; where nothing is written, functions leave them so. */
function certified(app: Resource): Truth {
  const asked = switched(
    app,
    ['client_certificate_enabled', 'client_cert_enabled'],
    false,
    'no certificate is asked for unless told otherwise',
  );
  const initial = app.type.includes('function') ? 'Optional' : 'Required';
  const mode = orElse(at(app, 'client_certificate_mode').text(), () =>
    otherwise(at(app, 'client_cert_mode').text(), initial, `${initial.toLowerCase()} unless told otherwise`),
  );
  return all(
    is(asked, (set) => set, 'certificates of clients'),
    is(mode, (text) => text === 'Required', 'certificates of clients'),
  );
}

/**
 * Basic authentication for FTP and for the deployment site: each app has a user and a password of its own unless both are
 * switched off.
 *
 * @see https://learn.microsoft.com/azure/app-service/configure-basic-auth-disable
 */
function deployedByDirectory(app: Resource): Truth {
  const site = ['webdeploy_publish_basic_authentication_enabled', 'scm_publish_basic_authentication_enabled'];
  const off = (paths: readonly string[]): Truth =>
    not(is(switched(app, paths, true, 'on unless told otherwise'), (set) => set, 'password for deployments'));
  const transfer = ['ftp_publish_basic_authentication_enabled'];
  return app.type === 'azurerm_function_app_flex_consumption' ? off(site) : all(off(site), off(transfer));
}
