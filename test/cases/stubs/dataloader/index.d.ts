declare class DataLoader<K, V> { constructor(batch: (keys: readonly K[]) => Promise<V[]>); load(key: K): Promise<V>; loadMany(keys: readonly K[]): Promise<V[]> }
export default DataLoader;
