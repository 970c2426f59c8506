// scalelint marks code whose cost outgrows its input.
// Put the cursor on the squiggle and press Ctrl+.
// (on a Mac: Cmd+.)

interface User {
  id: string;
  name: string;
}

export function allowed(users: User[], list: string) {
  const banned = list.split('\n');
  return users.filter((user) => {
    return !banned.includes(user.id);
  });
}

// 100 users and 100 bans: 10,000 comparisons, and
// nobody notices. 50,000 of each: 2.5 billion, and
// they block the thread.
