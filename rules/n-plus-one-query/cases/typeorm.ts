//- with: typeorm
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
    for (const user of users) {
      const team = await this.teams.findOne({ where: { id: user.teamId } }); //! n-plus-one-query
      names.push(team?.name ?? '');
    }
    return names;
  }

  async readsEach(ids: number[]): Promise<(User | null)[]> {
    return Promise.all(ids.map((id) => this.users.findOneBy({ id }))); //! n-plus-one-query
  }

  async writesEach(users: User[]): Promise<void> {
    for (const user of users) {
      user.teamId = 1;
      await this.users.save(user); //! n-plus-one-query
    }
  }

  async readsRaw(ids: number[]): Promise<void> {
    for (const id of ids) await this.users.query('select * from users where id = $1', [id]); //! n-plus-one-query
  }

  async readsAtOnce(ids: number[]): Promise<User[]> {
    return this.users.findBy({ id: In(ids) }); //= one query for all
  }

  async writesAtOnce(users: User[]): Promise<void> {
    for (const user of users) user.teamId = 1;
    await this.users.save(users); //= one call for all
  }
}
