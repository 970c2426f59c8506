// trap: the file begins with a mark of its encoding and ends its lines with two signs
export function kept(users: string[], banned: string[]): string[] {
	//! nested-loop-lookup 💡safe
	const left = users.filter((user) => !banned.includes(user));
	return left;
}

// trap: tabs indent the line before which a statement is put
export function owners(orders: { user: string }[], users: { id: string; name: string }[]): string[] {
	const names: string[] = [];
	for (const order of orders) {
		//! nested-loop-lookup 💡safe
		const user = users.find((each) => each.id === order.user);
		if (user) names.push(user.name);
	}
	return names;
}
