/**
 * A real OpenID Connect provider as a process of its own, on loopback alone. Run with a JSON object: the address that
 * codes are sent to, and the accounts by id. Who signs in is said by `login_hint`. Prints its issuer when it listens.
 */
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const { redirectUri, accounts } = JSON.parse(process.argv[2] ?? '{}');
const server = createServer();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{ client_id: 'lastref', client_secret: 'a secret of tests', redirect_uris: [redirectUri] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  cookies: { keys: ['keys of tests'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, id) =>
    id in accounts ? { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) } : undefined,
});

/** Signs in whom the hint names, and consents to all that is asked. */
async function interact(request, response) {
  const { params, grantId: known, session } = await provider.interactionDetails(request, response);
  const accountId = session?.accountId ?? params.login_hint;
  const grant =
    (known && (await provider.Grant.find(known))) ??
    new provider.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const grantId = await grant.save();
  await provider.interactionFinished(request, response, { login: { accountId }, consent: { grantId } });
}

const handle = provider.callback();
server.on('request', (request, response) => {
  if (!request.url?.startsWith('/interaction/')) return handle(request, response);
  interact(request, response).catch((error) => {
    response.statusCode = 500;
    response.end(String(error));
  });
});
console.log(issuer);
