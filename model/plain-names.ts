/** Names as they are compared: tools turn a class into a table and a column into a field, each in its own way of writing. */

/** `Order`, `orders` and `ORDERS`; `user_sessions`, `UserSession` and `UserSessionModel`. */
export function plainName(name: string): string {
  return name
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase()
    .replace(/(?<=\w)(model|entity|repository|repo|schema|collection)$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?<=ss|x|ch|sh)es$/, '')
    .replace(/(?<!s)s$/, '');
}

/** `tenant_id` and `tenantId` are one column. */
export function plainColumn(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}
