//- with: express
import express from 'express';

const app = express();
app.use(express.json());

app.post('/looks', (req, res) => {
  //? miss: what looks ahead or back is not understood
  res.json(/^(?=.)(a+)+$/.test(req.body.text));
});

app.post('/made', (req, res) => {
  //? miss: only what is written as an expression is read
  res.json(new RegExp('^(a+)+$').test(req.body.text));
});
