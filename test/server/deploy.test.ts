import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSettings } from '../../config/env.js';
import { makeSiteSecrets } from '../../scripts/site-secrets.js';

const deploy = fileURLToPath(new URL('../../deploy/', import.meta.url));
const read = (name: string): string => readFileSync(join(deploy, name), 'utf8');

/** What of the Compose specification this file uses; strict, so that a word Compose does not know is seen. */
const service = z.strictObject({
  image: z.string().regex(/:[^:]*\d/, 'names a version'),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  restart: z.enum(['no', 'unless-stopped']),
  read_only: z.boolean().optional(),
  user: z.string().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  tmpfs: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  secrets: z.array(z.string()).optional(),
  networks: z.array(z.string()),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:/, 'is bound to loopback')).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  depends_on: z
    .record(
      z.string(),
      z.strictObject({ condition: z.enum(['service_healthy', 'service_completed_successfully']) }),
    )
    .optional(),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()),
      interval: z.string(),
      timeout: z.string(),
      retries: z.number(),
      start_period: z.string().optional(),
    })
    .optional(),
});
const compose = z.object({
  name: z.string(),
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.strictObject({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.strictObject({})),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
});

/** What of a realm file of Keycloak the tests read. */
const realmOf = z.looseObject({
  realm: z.string(),
  attributes: z.record(z.string(), z.string()),
  browserFlow: z.string(),
  authenticationFlows: z.array(
    z.looseObject({
      alias: z.string(),
      authenticationExecutions: z.array(
        z.looseObject({ flowAlias: z.string().optional(), authenticatorConfig: z.string().optional() }),
      ),
    }),
  ),
  authenticatorConfig: z.array(
    z.looseObject({ alias: z.string(), config: z.record(z.string(), z.string()) }),
  ),
  clients: z.array(
    z.looseObject({
      clientId: z.string(),
      serviceAccountsEnabled: z.boolean(),
      protocolMappers: z.array(
        z.looseObject({ protocolMapper: z.string(), config: z.record(z.string(), z.string()) }),
      ),
    }),
  ),
});

describe('the compose file', () => {
  let file: z.infer<typeof compose>;
  beforeAll(() => {
    file = compose.parse(parse(read('docker-compose.yml'), { merge: true }));
  });
  const services = () => Object.entries(file.services);

  it('refers only to what it declares', () => {
    for (const [name, { secrets = [], networks, depends_on: waits = {}, volumes = [] }] of services()) {
      for (const secret of secrets) expect(Object.keys(file.secrets), `${name} ${secret}`).toContain(secret);
      for (const network of networks) expect(Object.keys(file.networks)).toContain(network);
      for (const [other, { condition }] of Object.entries(waits)) {
        const waited = file.services[other];
        if (condition === 'service_healthy') expect(waited?.healthcheck, other).toBeDefined();
        else expect(waited?.restart, other).toBe('no');
      }
      for (const volume of volumes) {
        const source = volume.split(':')[0] ?? '';
        if (source.startsWith('./')) expect(existsSync(join(deploy, source)), source).toBe(true);
        else expect(Object.keys(file.volumes)).toContain(source);
      }
    }
  });

  it('holds no secret: each is a file, and every variable that names one names a file of the service', () => {
    for (const [name, { environment = {}, secrets = [] }] of services())
      for (const [variable, value] of Object.entries(environment)) {
        if (value.startsWith('/run/secrets/'))
          expect(secrets, `${name} ${variable}`).toContain(value.slice(13));
        else if (/PASSWORD|SECRET|TOKEN|API_KEY/.test(variable)) expect.fail(`${name} says ${variable}`);
      }
  });

  it('reads no secret that the script for a new site does not make, and the script makes no other', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
    await makeSiteSecrets(join(folder, 'secrets'));
    const made = readdirSync(join(folder, 'secrets')).sort();
    rmSync(folder, { recursive: true });
    const named = Object.values(file.secrets).map((one) => one.file.replace('./secrets/', ''));
    expect(named.sort()).toEqual(made);
  });

  it.each(['migrate', 'api', 'worker'])('gives %s a configuration that we accept', async (name) => {
    const folder = join(mkdtempSync(join(tmpdir(), 'deploy-')), 'secrets');
    await makeSiteSecrets(folder);
    const environment = Object.entries(file.services[name]?.environment ?? {}).map(
      ([variable, value]) =>
        [variable, value.replace('/run/secrets/', `${folder}/`).replace(/^\$\{\w+:-(.*)\}$/, '$1')] as const,
    );
    const settings = readSettings(Object.fromEntries(environment), '/app');
    rmSync(folder, { recursive: true });
    expect(settings.place.mode).toBe('site');
    expect(settings.store.databaseUrl?.reveal()).toContain('@postgres:5432/rogatory');
    expect(settings.temporal).toMatchObject({ address: 'temporal:7233', tls: { serverName: 'temporal' } });
  });

  it('imports a realm in which our client, its second factor and the audience of machines are as we ask for', () => {
    const mounted = file.services['keycloak']?.volumes?.find((volume) => volume.includes('/data/import/'));
    const realm = realmOf.parse(JSON.parse(read(mounted?.split(':')[0] ?? '')));
    const ours = file.services['api']?.environment ?? {};
    const client = realm.clients.find(({ clientId }) => clientId === ours['OIDC_CLIENT_ID']);
    expect(ours['OIDC_ISSUER']).toContain(`/realms/${realm.realm}}`);
    expect(client).toMatchObject({
      publicClient: false,
      secret: '${OIDC_CLIENT_SECRET}',
      redirectUris: ['${PUBLIC_URL}/v1/session/callback'],
      attributes: { 'pkce.code.challenge.method': 'S256' },
    });
    expect(client?.protocolMappers.map((one) => one.protocolMapper)).toContain('oidc-acr-mapper');
    const levels = z.record(z.string(), z.number()).parse(JSON.parse(realm.attributes['acr.loa.map'] ?? ''));
    expect(levels[ours['OIDC_SECOND_FACTOR_ACR'] ?? '']).toBe(2);
    const audiences = realm.clients
      .filter(({ serviceAccountsEnabled }) => serviceAccountsEnabled)
      .flatMap(({ protocolMappers }) => protocolMappers)
      .map(({ config }) => config['included.custom.audience']);
    expect(audiences).toEqual([ours['OIDC_AUDIENCE']]);
    expect(read('keycloak-start.sh')).toContain('OIDC_CLIENT_SECRET=$(cat /run/secrets/oidc-client-secret)');
    expect(read('keycloak-start.sh')).toContain('--import-realm');
  });

  it('has flows that name one another, and a level for each', () => {
    const {
      browserFlow,
      authenticationFlows: flows,
      authenticatorConfig,
    } = realmOf.parse(JSON.parse(read('keycloak-realm.json')));
    const executions = flows.flatMap((flow) => flow.authenticationExecutions);
    const named = executions.flatMap(({ flowAlias }) => flowAlias ?? []);
    expect([browserFlow, ...named].sort()).toEqual(flows.map(({ alias }) => alias).sort());
    expect(executions.flatMap((one) => one.authenticatorConfig ?? []).sort()).toEqual(
      authenticatorConfig.map(({ alias }) => alias).sort(),
    );
    expect(authenticatorConfig.map(({ config }) => config['loa-condition-level'])).toEqual(['1', '2']);
  });

  it('runs our parts as nobody, over a root they cannot write, and shows no port beyond loopback', () => {
    for (const name of ['migrate', 'api', 'worker']) {
      const ours = file.services[name];
      expect(ours).toMatchObject({ read_only: true, user: 'node', cap_drop: ['ALL'] });
      expect(ours?.security_opt).toContain('no-new-privileges:true');
    }
    expect(file.services['postgres']?.ports).toBeUndefined();
    expect(file.services['temporal']?.ports).toBeUndefined();
  });

  it('asks for tokens at the engine, and gives its console one that only reads', () => {
    expect(file.services['temporal']?.environment).toMatchObject({
      TEMPORAL_AUTH_AUTHORIZER: 'default',
      TEMPORAL_AUTH_CLAIM_MAPPER: 'default',
    });
    expect(file.services['temporal']?.environment?.['SERVICES']).toContain('internal-frontend');
    expect(file.services['temporal-ui']?.secrets).toEqual(['temporal-read-token', 'temporal-ca']);
  });
});

describe('what the containers run', () => {
  it.each(readdirSync(deploy).filter((name) => name.endsWith('.sh')))(
    '%s is a script that a shell reads',
    (name) => {
      expect(spawnSync('sh', ['-n', join(deploy, name)]).status).toBe(0);
    },
  );

  it('copies every folder that the program is made of into the image, and nothing it is tested with', () => {
    const copied = [...read('Dockerfile').matchAll(/^COPY (\w+) \.\//gm)].map((match) => match[1]);
    const folders = ['activities', 'api', 'authority', 'cli', 'config', 'contracts', 'rules', 'scripts'];
    expect(copied).toEqual([...folders, 'store', 'worker', 'workflows']);
  });

  it('is told to be no root', () => {
    expect(read('Dockerfile')).toMatch(/^USER node$/m);
  });
});
