//- with: axios, express
// What is raced against a timer, or handed to a wrapper that races it, does not wait for ever.
import axios from 'axios';
import express from 'express';

const app = express();
declare function after(milliseconds: number): Promise<never>;

function within<T>(work: Promise<T>): Promise<T> {
  return Promise.race([work, after(5000)]);
}

async function guarded<T>(run: () => Promise<T>): Promise<T> {
  const work = run();
  return within(work);
}

async function twice<T>(run: () => Promise<T>): Promise<T> {
  return run().catch(run);
}

app.get('/plain', async (_, answer) => {
  answer.json(await axios.get('http://orders')); //! missing-timeout warning
});

app.get('/raced', async (_, answer) => {
  answer.json(await Promise.race([axios.get('http://orders'), after(5000)])); //= the timer ends it
});

app.get('/within', async (_, answer) => {
  answer.json(await within(axios.get('http://orders'))); //= a function that races it
});

app.get('/guarded', async (_, answer) => {
  answer.json(await guarded(() => axios.get('http://orders'))); //= handed on to a function that races it
});

app.get('/twice', async (_, answer) => {
  answer.json(await twice(() => axios.get('http://orders'))); //! missing-timeout warning
});
