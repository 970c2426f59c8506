/** Whether the server that a program is started with ends a worker that takes too long: plain workers of Gunicorn, and of uWSGI with `harakiri`. */

/** What stands on the line of the command, and on lines that continue it. */
const GUNICORN = /\bgunicorn\b(?:[^\n\\]|\\\r?\n|\\)*/g;
/** Workers of other kinds, and those with threads, go on for the others; a configuration says what nobody sees here. */
const OTHERWISE =
  /(-k|--worker-class)[ =]*["']?\S*(gevent|eventlet|uvicorn|gthread|tornado|aiohttp)|UvicornWorker|--threads[ =]+["']?(?!1\b)\S|(-t|--timeout)[ =]+["']?0\b|(-c|--config)[ =]/i;

/** `gunicorn -w 5 shop.wsgi` ends after thirty seconds, and with `--timeout 60` after sixty; `harakiri = 30` of uWSGI says how long. */
export function endsWorkersIn(text: string): boolean {
  if (/^\s*harakiri\s*=\s*[1-9]|--harakiri[ =]+[1-9]/m.test(text)) return true;
  return [...text.matchAll(GUNICORN)].some(([command]) => isCommand(command) && !OTHERWISE.test(command));
}

/** Have: gunicorn shop.wsgi:application, gunicorn --workers 4 app:app; not `pip install gunicorn`, or a name in a list. */
function isCommand(command: string): boolean {
  return /\s[\w.]+:\w+|\bwsgi\b|\s(-w|-b|--workers|--bind|--timeout)\b/.test(command);
}
