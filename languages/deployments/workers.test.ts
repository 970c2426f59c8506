import { expect, test } from 'vitest';
import { endsWorkersIn } from './workers.ts';

test.each([
  ['plain workers, by default', 'CMD gunicorn shop.wsgi:application\n'],
  ['with a limit', 'exec gunicorn -w 4 \\\n  --timeout 60 shop.wsgi\n'],
  ['in a Procfile', 'web: gunicorn --workers 3 app:app\n'],
  ['uWSGI', '[uwsgi]\nmodule = shop.wsgi\nharakiri = 30\n'],
  ['uWSGI, on its command line', 'uwsgi --module shop.wsgi --harakiri 30\n'],
])('%s: what takes too long is ended', (_, text) => {
  expect(endsWorkersIn(text)).toBe(true);
});

test.each([
  ['nobody runs it', 'RUN pip install gunicorn gevent\n'],
  ['it is told not to', 'gunicorn --timeout 0 shop.wsgi\n'],
  ['threads', 'gunicorn --workers 2 --threads 8 shop.wsgi\n'],
  ['workers of another kind', 'gunicorn -w 4 -k uvicorn.workers.UvicornWorker shop.asgi:application\n'],
  ['workers of another kind, on the next line', 'gunicorn shop.wsgi \\\n  --worker-class=gevent\n'],
  ['what it is told stands elsewhere', 'gunicorn -c gunicorn.conf.py shop.wsgi\n'],
  ['uWSGI without a limit', '[uwsgi]\nmodule = shop.wsgi\n# harakiri = 30\n'],
  ['another server', 'uvicorn shop.asgi:application --workers 4\n'],
])('%s: it is not', (_, text) => {
  expect(endsWorkersIn(text)).toBe(false);
});
