//- with: @prisma/client
import { PrismaClient } from '@prisma/client';
import type { Product } from '@prisma/client';

const db = new PrismaClient();

export async function writesEach(products: Partial<Product>[]): Promise<void> {
  for (const product of products) {
    await db.product.create({ data: product }); //! n-plus-one-query
  }
}

export async function updatesEach(products: Product[]): Promise<void> {
  for (const product of products) {
    await db.product.update({ where: { id: product.id }, data: { stock: product.stock - 1 } }); //! n-plus-one-query
  }
}

export async function deletesEach(ids: string[]): Promise<void> {
  await Promise.all(ids.map((id) => db.product.delete({ where: { id } }))); //! n-plus-one-query
}

export async function readsAndWritesEach(rows: { sku: string; stock: number }[]): Promise<void> {
  for (const row of rows) {
    const known = await db.product.findFirst({ where: { sku: row.sku } }); //! n-plus-one-query
    if (known) await db.product.update({ where: { id: known.id }, data: { stock: row.stock } }); //! n-plus-one-query
  }
}

export async function writesAtOnce(products: Partial<Product>[]): Promise<void> {
  await db.product.createMany({ data: products }); //= one insert for all
}

export async function deletesAtOnce(ids: string[]): Promise<void> {
  await db.product.deleteMany({ where: { id: { in: ids } } }); //= one statement for all
}

export async function writesInChunks(products: Partial<Product>[]): Promise<void> {
  for (let start = 0; start < products.length; start += 500) {
    await db.product.createMany({ data: products.slice(start, start + 500) }); //= one insert per 500 rows
  }
}
