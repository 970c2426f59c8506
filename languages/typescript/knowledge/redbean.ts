/** redbean-node: one object, `R`, stores and finds beans by the name of their type. */
import { type Family, forOneUse, inTransaction, on, queryRows, read, returns, write, writeBulk } from '../../words.ts';

/** `R.begin()` yields another `R` that keeps to its transaction. */
const stores = 'redbean-node#R redbean-node#RedBeanNode';
const rows = { ...read(), result: queryRows };

export const redbean: Family = {
  rows: [
    ...on(stores, 'find findAll getAll getCol', rows),
    ...on(stores, 'findOne load getRow getCell getAssoc count hasTable inspect', read()),
    ...on(stores, 'findStream findAllStream getAllStream', read()),
    ...on(stores, 'store trash', write()),
    ...on(stores, 'storeAll trashAll', writeBulk),
    // It yields nothing, so whatever it is given, it is not there to read.
    ...on(stores, 'exec', write()),
    ...on(stores, 'setup', forOneUse),
    ...on(stores, 'begin', returns('redbean-node#RedBeanNode')),
    ...on(stores, 'transaction', inTransaction),
  ],
};
