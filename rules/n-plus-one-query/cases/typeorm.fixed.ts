import { DataSource, In, Repository } from 'typeorm';

class User {
  id = 0;
  teamId = 0;
}

class Team {
  id = 0;
  name = '';
}

const source = new DataSource({});

export class Members {
  private readonly users: Repository<User>;
  private readonly teams = source.getRepository(Team);

  constructor(users: Repository<User>) {
    this.users = users;
  }

  async readsTeamOfEach(users: User[]): Promise<string[]> {
    const names: string[] = [];
    const teamById = new Map((await this.teams.find({ where: { id: In(users.map((user) => user.teamId)) } })).map((team) => [team.id, team]));
    for (const user of users) {
      const team = teamById.get(user.teamId) ?? null;
      names.push(team?.name ?? '');
    }
    return names;
  }

  async readsEach(ids: number[]): Promise<(User | null)[]> {
    return Promise.all(ids.map((id) => this.users.findOneBy({ id })));
  }

  async writesEach(users: User[]): Promise<void> {
    for (const user of users) {
      user.teamId = 1;
      await this.users.save(user);
    }
  }

  async readsRaw(ids: number[]): Promise<void> {
    for (const id of ids) await this.users.query('select * from users where id = $1', [id]);
  }

  async readsAtOnce(ids: number[]): Promise<User[]> {
    return this.users.findBy({ id: In(ids) });
  }

  async writesAtOnce(users: User[]): Promise<void> {
    for (const user of users) user.teamId = 1;
    await this.users.save(users);
  }
}
