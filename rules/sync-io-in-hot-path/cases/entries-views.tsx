// Components and stores: what runs at every render and after it.
//- react.tsx
import { readFileSync } from 'node:fs';
import { createContext, memo, useCallback, useEffect, useMemo } from 'react';

const theme = createContext(readFileSync('theme.json', 'utf8')); //= once, when the module is loaded

export function Prices({ shop }: { shop: string }) {
  const prices = useMemo(() => readFileSync(`prices/${shop}`, 'utf8'), [shop]); //! sync-io-in-hot-path hint
  const names = useNames(shop);
  useEffect(() => {
    readFileSync(`seen/${shop}`, 'utf8'); //! sync-io-in-hot-path hint
  }, [shop]);
  const buy = useCallback(() => {
    readFileSync('basket.json', 'utf8'); //= runs when somebody clicks
  }, []);
  return <button onClick={buy}>{theme.displayName}{names}{prices}</button>;
}

function useNames(shop: string): string {
  return readFileSync(`names/${shop}`, 'utf8'); //! sync-io-in-hot-path hint
}

const Row = ({ id }: any) => (readFileSync(id, 'utf8') === '' ? null : <td>{id}</td>); //! sync-io-in-hot-path hint

export const Table = memo((props: { ids: string[] }) => {
  const order = readFileSync('order.json', 'utf8'); //! sync-io-in-hot-path hint
  return <table>{order}{props.ids.map((id) => <Row key={id} id={id} />)}</table>;
});

/** Makes a component, and is none. */
export function withFile(name: string) {
  const text = readFileSync(name, 'utf8'); //= once, when the component is made
  return function Text() {
    return <p>{text}</p>;
  };
}
//- clock.jsx
import { readFileSync } from 'node:fs';
import { Component } from 'react';

export class Clock extends Component {
  zones = readFileSync('zones.json', 'utf8'); //= once, when the component is made

  render() {
    return <time>{this.zones}{readFileSync(this.props.zone, 'utf8')}</time>; //! sync-io-in-hot-path hint
  }
}
//- vue.ts
import { readFileSync } from 'node:fs';
import { computed, createApp, defineComponent, onMounted, ref, watch, watchEffect } from 'vue';

export const Price = defineComponent({
  name: readFileSync('name.txt', 'utf8'), //= once, when the module is loaded
  setup() {
    const shop = ref(readFileSync('shop.txt', 'utf8')); //! sync-io-in-hot-path hint
    const price = computed(() => readFileSync(`prices/${shop.value}`, 'utf8')); //! sync-io-in-hot-path hint
    watch(shop, (name: string) => readFileSync(`shops/${name}`, 'utf8')); //! sync-io-in-hot-path hint
    watchEffect(() => readFileSync('effect.json', 'utf8')); //! sync-io-in-hot-path hint
    onMounted(() => readFileSync('mounted.json', 'utf8')); //! sync-io-in-hot-path hint
    return { price };
  },
});

export const Old = defineComponent({
  computed: {
    total: () => readFileSync('total.txt', 'utf8'), //! sync-io-in-hot-path hint
    tax: { get: () => readFileSync('tax.txt', 'utf8') }, //! sync-io-in-hot-path hint
  },
  watch: {
    shop: { immediate: true, handler: () => readFileSync('shop.txt', 'utf8') }, //! sync-io-in-hot-path hint
  },
});

createApp(Price).provide('texts', readFileSync('texts.json', 'utf8')).mount('#app'); //= once, when the program starts
//- svelte.ts
import { readFileSync } from 'node:fs';
import { onMount } from 'svelte';
import { derived, writable } from 'svelte/store';

export const shop = writable(readFileSync('shop.txt', 'utf8')); //= once, when the module is loaded
export const price = derived(shop, (name) => readFileSync(`prices/${name}`, 'utf8')); //! sync-io-in-hot-path hint

shop.subscribe((name) => readFileSync(`shops/${name}`, 'utf8')); //! sync-io-in-hot-path hint

export function remember(): void {
  onMount(() => readFileSync('mounted.json', 'utf8')); //! sync-io-in-hot-path hint
}
