//- with: typeorm, sequelize
import { Model } from 'sequelize';
import { DataSource, Entity, OneToMany, Repository } from 'typeorm';

@Entity()
class User {
  @OneToMany(() => Post, (post) => post.author) posts!: Promise<Post[]>;
}

@Entity()
class Post {
  author!: Promise<User>;
  @OneToMany(() => Comment, (comment) => comment.post) comments!: Promise<Comment[]>;
}

@Entity()
class Comment {
  post!: Post;
}

const source = new DataSource({});

export async function nested(): Promise<number> {
  let comments = 0;
  for (const user of await source.getRepository(User).find({ relations: ['posts'] })) {
    for (const post of await user.posts) {
      comments += (await post.comments).length; //? miss: rows that a relation leads to are not followed
    }
  }
  return comments;
}

class Users extends Repository<User> {}

export async function own(users: Users): Promise<Post[][]> {
  const some = await users.find();
  return Promise.all(some.map((user) => user.posts)); //? miss: what a repository of the project's own holds stands in a type that is not kept
}

class Tag extends Model {}

class Note extends Model {
  declare getTags: () => Promise<Tag[]>;
  async tagged(): Promise<number> {
    return (await this.getTags()).length;
  }
}
Note.hasMany(Tag);

export async function methods(): Promise<number[]> {
  const notes = await Note.findAll();
  return Promise.all(notes.map((note) => note.tagged())); //? miss: calls on `this` are not taken for calls on the row
}
