//- package.json
{ "dependencies": { "mongoose": "8", "express": "5" } }
//- models.ts
import mongoose, { model, Schema } from 'mongoose';

const userSchema = new Schema(
  {
    email: { type: String, required: true, unique: true },
    name: String,
    phone: { type: String, trim: true },
    login: { type: String, index: true },
    team: { type: Schema.Types.ObjectId, ref: 'Team' },
    street: String,
    zip: String,
    seen: Date,
    expires: { type: Date, expires: 60 },
    isActive: Boolean,
    plan: { type: String, enum: ['free', 'paid'] },
    mood: { type: String, default: 'calm' },
    role: String,
    tags: [String],
    address: { city: String },
    code: String,
  },
  { timestamps: true },
);
userSchema.index({ street: 1, zip: 1 });

export const User = model('User', userSchema);
export const Ghost = mongoose.model('Ghost', new mongoose.Schema({ name: { type: String } }));

const options = JSON.parse('{}');
export const Torn = model('Torn', new Schema({ name: String }, options));
//- start.ts
import { User } from './models';

export async function start(): Promise<void> {
  await User.collection.createIndex({ code: 1 });
}
//- app.ts
import express from 'express';
import { Ghost, Torn, User } from './models';

const app = express();

app.get('/users/:name', async (req, res) => {
  const x = req.params.name;
  res.json([
    await User.findOne({ name: x }), //! missing-index hint O(User rows)
    await User.find({ team: x, isActive: true }).lean(), //! missing-index hint
    await User.countDocuments({ seen: { $gte: new Date(x) } }), //! missing-index hint
    await User.aggregate([{ $match: { phone: x } }]), //! missing-index hint
    await Ghost.findOne({ name: x }), //! missing-index hint O(Ghost rows)
    await User.find({ zip: x }), //! missing-index hint
  ]);
});

app.post('/users/:name', async (req, res) => {
  await User.updateOne({ phone: { $in: [req.params.name] } }, { isActive: false }); //! missing-index hint
  res.end();
});

app.get('/silent', async (req, res) => {
  const x = String(req.query.x);
  const conditions = JSON.parse(x);
  res.json([
    await User.findById(x), //= the key
    await User.findOne({ _id: x, name: x }), //= the key as well
    await User.findOne({ email: x }), //= unique
    await User.findOne({ login: x }), //= has an index
    await User.findOne({ expires: new Date() }), //= rows that expire are found by an index
    await User.findOne({ street: x, name: x }), //= an index begins with the street
    await User.findOne({ code: x }), //= its index is made when the program starts
    await User.find({ isActive: true }), //= of two values an index chooses neither
    await User.find({ plan: 'free' }), //= of few values as well
    await User.find({ mood: 'calm' }), //= most rows have what they begin with
    await User.find({ role: x }), //= a program has only so many
    await User.find({ tags: x }), //= lists are not read
    await User.find({ 'address.city': x }), //= nor what is inside of objects
    await User.find({ name: { $regex: x } }), //= a question that no plain index answers
    await User.find({ name: { $ne: x } }), //= nearly all rows are wanted
    await User.find({ $or: [{ name: x }, { email: x }] }), //= alternatives are not read
    await User.find({ phone: null }), //= most rows may have none
    await User.find({ name: x, ...conditions }), //= it may ask for anything more
    await User.find(conditions), //= nobody knows what it asks for
    await User.find({ name: x }).where('email').equals(x), //= the chain asks for more
    await Torn.findOne({ name: x }), //= its options cannot be read
    await User.find(), //= asks for all
  ]);
});

export async function nobodyCallsThis(name: string): Promise<unknown> {
  return User.findOne({ name }); //= runs who knows when
}
