import { Controller, Get } from '@nestjs/common';
import { EntityManager, EntityRepository, wrap } from '@mikro-orm/core';
import { Author, Book } from './entities';

@Controller('books')
export class Books {
  constructor(
    private readonly em: EntityManager,
    private readonly books: EntityRepository<Book>,
  ) {}

  @Get('authors')
  async authors(): Promise<string[]> {
    const names: string[] = [];
    for (const book of await this.em.find(Book, { read: true }, { populate: ['author'] })) {
      const author = await book.author.load();
      names.push(author.name);
    }
    return names;
  }

  @Get('works')
  async works(): Promise<number[]> {
    const authors = await this.em.find(Author, {}, { populate: ['prizes', 'books'] });
    return Promise.all(authors.map(async (author) => (await author.books.loadItems()).length));
  }

  @Get('each')
  async each(): Promise<void> {
    // Asks again whatever the query has loaded.
    for (const book of await this.books.findAll()) await wrap(book.author).init();
    for (const book of await this.books.findAll({ populate: ['author'] })) await this.em.populate(book, ['author']);
  }

  @Get('some')
  async some(): Promise<number[]> {
    const sizes: number[] = [];
    for (const author of await this.em.find(Author, {})) {
      sizes.push((await author.books.loadItems({ where: { read: true } })).length);
      sizes.push(await author.books.loadCount());
    }
    return sizes;
  }
}

//- entities.ts
import { Collection, Entity, ManyToOne, OneToMany, type Ref } from '@mikro-orm/core';

@Entity()
export class Author {
  name!: string;
  @OneToMany(() => Book, (book) => book.author) books = new Collection<Book>(this);
  @OneToMany(() => Book, (book) => book.author) prizes = new Collection<Book>(this);
}

@Entity()
export class Book {
  title!: string;
  @ManyToOne({ ref: true }) author!: Ref<Author>;
}
