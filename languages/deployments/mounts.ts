/** The folders of a container or a machine that outlive it: what the files that deploy a program mount there. */

/** `- uploads:/app/uploads:rw`, `target: /app/uploads`, `mountPath: /app/uploads`, `destination = "/data"` */
const MOUNT =
  /^[ \t]*-[ \t]*["']?[^\s#]+:(\/[\w./-]+)(?::\w+)?["']?[ \t\r]*(?:#.*)?$|\b(?:target|mountPath|destination)["']?[ \t]*[:=][ \t]*["']?(\/[\w./-]+)/gm;
/** `VOLUME /app/uploads /app/media`, `VOLUME ["/app/uploads", "/app/media"]` */
const VOLUMES = /^VOLUME[ \t](.+)$/gim;

/** Where others keep what is theirs: databases, metrics, the system. */
const OTHERS = /^\/(var\/(lib|log|run|cache|spool)|etc|usr\/(share|lib|local)|data\/db|bitnami|prometheus|grafana|proc|sys|dev|run|root)(\/|$)/;

export function mountsIn(text: string): string[] {
  const found = [...text.matchAll(MOUNT)].map(([, short, long]) => short ?? long ?? '');
  for (const [, listed = ''] of text.matchAll(VOLUMES)) found.push(...(listed.match(/\/[\w./-]+/g) ?? []));
  return found.map((path) => path.replace(/\/+$/, '')).filter((path) => path !== '' && !OTHERS.test(path));
}
