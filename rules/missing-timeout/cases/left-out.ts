// A router that nobody loads: what it alone leads to serves nobody either.
//- with: express, axios, node
//- app.ts
import express from 'express';
import orders from './routes/orders';
import parcels from './routes/parcels';
import users from './routes/users';

const app = express();
app.use(orders);
app.use(parcels);
app.use(users);

//- routes/orders.ts
import { Router } from 'express';
import { orders } from '../controllers/orders';

const router = Router();
router.get('/orders', orders);
export default router;

//- controllers/orders.ts
import axios from 'axios';
import type { Request, Response } from 'express';

export async function orders(_req: Request, res: Response) {
  res.json((await axios.get('https://orders.example')).data); //! missing-timeout
}

//- routes/parcels.ts
import { Router } from 'express';
import { parcels } from '../controllers/parcels';

const router = Router();
router.get('/parcels', parcels);
export default router;

//- controllers/parcels.ts
import axios from 'axios';
import type { Request, Response } from 'express';

export async function parcels(_req: Request, res: Response) {
  res.json((await axios.get('https://parcels.example')).data); //! missing-timeout
}

//- routes/users.ts
import { Router } from 'express';
import { users } from '../controllers/users';

const router = Router();
router.get('/users', users);
export default router;

//- controllers/users.ts
import axios from 'axios';
import type { Request, Response } from 'express';

export async function users(_req: Request, res: Response) {
  res.json((await axios.get('https://users.example')).data); //! missing-timeout
}

//- routes/old.ts
import { Router } from 'express';
import { old } from '../controllers/old';

const router = Router();
router.get('/old', old);
export default router;

//- controllers/old.ts
import axios from 'axios';
import type { Request, Response } from 'express';

export async function old(_req: Request, res: Response) {
  res.json((await axios.get('https://old.example')).data); //= nobody loads the router that it belongs to
}

//- services/audit.ts
import axios from 'axios';
import { Router } from 'express';

export const router = Router();
router.get('/audit', async (_req, res) => {
  res.json((await axios.get('https://audit.example')).data); //= only a script loads it
});

//- scripts/audit.ts
import { router } from '../services/audit';

export const routes = [router];
