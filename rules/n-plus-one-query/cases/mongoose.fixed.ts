import mongoose, { Schema, model } from 'mongoose';

interface Author {
  _id: string;
  name: string;
}

interface Post {
  _id: string;
  author: string;
  views: number;
}

const Authors = model<Author>('Author', new Schema<Author>({ name: String }));
const Posts = mongoose.model<Post>('Post', new Schema<Post>({ author: String, views: Number }));

export async function readsAuthorOfEach(posts: Post[]): Promise<string[]> {
  const names: string[] = [];
  const authorById = new Map((await Authors.find({ _id: { $in: posts.map((post) => post.author) } }).lean()).map((author) => [String(author._id), author]));
  for (const post of posts) {
    const author = authorById.get(String(post.author)) ?? null;
    names.push(author?.name ?? '');
  }
  return names;
}

export async function readsPostsOfEach(): Promise<number> {
  let views = 0;
  const authors = await Authors.find();
  for (const author of authors) {
    const posts = await Posts.find({ author: author._id }).select('views').exec();
    views += posts.length;
  }
  return views;
}

export async function writesEach(posts: Post[]): Promise<void> {
  await Promise.all(posts.map(async (post) => {
    await Posts.updateOne({ _id: post._id }, { views: post.views + 1 });
  }));
}

export async function writesAtOnce(posts: Post[]): Promise<void> {
  await Posts.bulkWrite(posts.map((post) => ({ updateOne: { filter: { _id: post._id }, update: { views: post.views } } })));
}

export async function readsAtOnce(posts: Post[]): Promise<Author[]> {
  return Authors.find({ _id: { $in: posts.map((post) => post.author) } }).lean();
}
