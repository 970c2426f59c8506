// trap: the file begins with a mark of its encoding and ends its lines with two signs
export function kept(users: string[], banned: string[]): string[] {
	const bannedSet = new Set(banned);
	const left = users.filter((user) => !bannedSet.has(user));
	return left;
}

// trap: tabs indent the line before which a statement is put
export function owners(orders: { user: string }[], users: { id: string; name: string }[]): string[] {
	const names: string[] = [];
	const userById = new Map<string, (typeof users)[number]>();
	users.forEach((each) => {
		if (!userById.has(each.id)) userById.set(each.id, each);
	});
	for (const order of orders) {
		const user = userById.get(order.user);
		if (user) names.push(user.name);
	}
	return names;
}
