//- with: @mikro-orm/core, @nestjs/common
import { Controller, Get } from '@nestjs/common';
import { EntityManager, EntityRepository, wrap } from '@mikro-orm/core';
import { authorOf } from './author-of';
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
    for (const book of await this.em.find(Book, { read: true })) {
      const author = await book.author.load(); //! lazy-relation-in-loop hint 💡suggestion
      names.push(author.name);
    }
    return names;
  }

  @Get('works')
  async works(): Promise<number[]> {
    const authors = await this.em.find(Author, {}, { populate: ['prizes'] });
    return Promise.all(authors.map(async (author) => (await author.books.loadItems()).length)); //! lazy-relation-in-loop hint 💡suggestion
  }

  @Get('each')
  async each(): Promise<void> {
    // Asks again whatever the query has loaded.
    for (const book of await this.books.findAll()) await wrap(book.author).init(); //! lazy-relation-in-loop hint 💡none
    for (const book of await this.books.find({}, { populate: ['author'] })) await wrap(book.author).init(); //! lazy-relation-in-loop hint 💡none
    for (const book of await this.books.findAll()) await this.em.populate(book, ['author']); //! lazy-relation-in-loop hint 💡suggestion
  }

  @Get('named')
  async named(): Promise<string[]> {
    const books = await this.books.findAll();
    return Promise.all(books.map((book) => authorOf(book))); //! lazy-relation-in-loop hint 💡suggestion
  }

  @Get('some')
  async some(): Promise<number[]> {
    const sizes: number[] = [];
    for (const author of await this.em.find(Author, {})) {
      sizes.push((await author.books.loadItems({ where: { read: true } })).length); //! n-plus-one-query warning
      sizes.push(await author.books.loadCount()); //! n-plus-one-query warning
    }
    return sizes;
  }
}

//- author-of.ts
import type { Book } from './entities';

export async function authorOf(book: Book): Promise<string> {
  const author = await book.author.load();
  return author.name;
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
