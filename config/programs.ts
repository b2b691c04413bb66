const inheritable = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TMP',
  'TEMP',
  'LANG',
  'SystemRoot',
  'USERPROFILE',
  'LOCALAPPDATA',
];
const forDownloads = [
  'HTTPS_PROXY',
  'HTTP_PROXY',
  'NO_PROXY',
  'https_proxy',
  'http_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
];

/** What a program we start inherits: where to find programs and temporary folders, and nothing that configures it. */
export function environmentForPrograms(): Record<string, string> {
  return picked((name) => inheritable.includes(name));
}

/** The same, and what the go command needs to fetch modules where it stands. */
export function environmentForBuilds(): Record<string, string> {
  return picked(
    (name) =>
      inheritable.includes(name) ||
      forDownloads.includes(name) ||
      /^(GO[A-Z0-9]*|XDG_CACHE_HOME)$/.test(name),
  );
}

function picked(keep: (name: string) => boolean): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value !== undefined && keep(name) ? [[name, value]] : [],
    ),
  );
}
