interface Player {
  id: string;
  team: string;
}

interface Score {
  player: string;
  points: number;
}

export function total(players: Player[], scores: Score[]): Map<string, number> {
  const totals = new Map<string, number>();
  const scoresByPlayer = new Map<string, Score[]>();
  scores.forEach((score) => {
    const group = scoresByPlayer.get(score.player);
    if (group) group.push(score);
    else scoresByPlayer.set(score.player, [score]);
  });
  for (const player of players) {
    let sum = 0;
    for (const score of scoresByPlayer.get(player.id) ?? []) {
      if (score.player === player.id) sum += score.points;
    }
    totals.set(player.id, sum);
  }
  return totals;
}

export function bestOf(players: Player[], scores: Score[]): string[] {
  const lines: string[] = [];
  const scoresByPlayer = new Map<string, Score[]>();
  scores.forEach((score) => {
    const group = scoresByPlayer.get(score.player);
    if (group) group.push(score);
    else scoresByPlayer.set(score.player, [score]);
  });
  for (const player of players) {
    for (const score of scoresByPlayer.get(player.id) ?? []) {
      if (score.player !== player.id) continue;
      lines.push(`${player.team} ${score.points}`);
      break;
    }
  }
  return lines;
}

export function matching(left: string[], right: string[]): number {
  let count = 0;
  for (let i = 0; i < left.length; i++) {
    for (let j = 0; j < right.length; j++) {
      if (left[i] === right[j]) count++;
    }
  }
  return count;
}

export function join(players: Player[], scores: Score[]): [Player, Score][] {
  const pairs: [Player, Score][] = [];
  const scoresByPlayer = new Map<string, Score[]>();
  scores.forEach((score) => {
    const group = scoresByPlayer.get(score.player);
    if (group) group.push(score);
    else scoresByPlayer.set(score.player, [score]);
  });
  players.forEach((player) => {
    (scoresByPlayer.get(player.id) ?? []).forEach((score) => {
      if (player.id === score.player) pairs.push([player, score]);
    });
  });
  return pairs;
}
