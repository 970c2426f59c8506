//- with: node, axios
import axios from 'axios';

interface Repo {
  name: string;
  stars: number;
}

const api = axios.create();

export async function readsEach(names: string[]): Promise<Repo[]> {
  const repos: Repo[] = [];
  for (const name of names) {
    const response = await fetch(`https://api.example.com/repos/${name}`); //! n-plus-one-query
    repos.push(await response.json());
  }
  return repos;
}

export async function readsAllAtOnce(names: string[]): Promise<Repo[]> {
  return Promise.all(
    names.map(async (name) => {
      const { data } = await api.get<Repo>(`/repos/${name}`); //! n-plus-one-query
      return data;
    }),
  );
}

export async function writesEach(repos: Repo[]): Promise<void> {
  for (const repo of repos) await axios.post('/stars', { name: repo.name, stars: repo.stars }); //! n-plus-one-query
}

export async function readsPages(): Promise<Repo[]> {
  const all: Repo[] = [];
  let next: string | null = 'https://api.example.com/repos';
  while (next) {
    const response = await fetch(next); //= pages: each answer says where the next one is
    const page = (await response.json()) as { items: Repo[]; next: string | null };
    all.push(...page.items);
    next = page.next;
  }
  return all;
}

export async function retries(url: string): Promise<string> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const response = await fetch(url); //= attempts at one request
    if (response.ok) return response.text();
  }
  throw new Error(url);
}

export async function mirrors(path: string): Promise<boolean[]> {
  return Promise.all(['https://a.example.com', 'https://b.example.com'].map(async (host) => (await fetch(host + path)).ok)); //= two hosts
}
