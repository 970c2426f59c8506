//- server.js
const path = require('node:path');
const express = require('express');
const { FOLDER } = require('./folders');
const pictures = require('./pictures');

const app = express();

app.use('/uploads', express.static(FOLDER)); //! local-file-state hint
app.use('/pictures', express.static(path.join(__dirname, 'pictures'))); //! local-file-state hint
app.use('/app', express.static(path.join(__dirname, 'public'))); //= what is shipped with the program
app.post('/pictures', pictures.take);
app.get('/picture/:name', pictures.show);
//- folders.js
const path = require('node:path');

exports.FOLDER = path.join(process.cwd(), 'uploads');
//- attachments.js
const express = require('express');
const multer = require('multer');
const path = require('node:path');
const { FOLDER } = require('./folders');

const storage = multer.diskStorage({
  destination: (_req, _file, done) => done(null, path.join(FOLDER, 'attachments')), //= said where it is served
  filename: (_req, file, done) => done(null, file.originalname),
});
const router = express.Router();

router.post('/attachments', multer({ storage }).single('file'), (req, res) => res.json(req.file.filename));

module.exports = router;
//- pictures.js
const fs = require('node:fs');
const path = require('node:path');
const sharp = require('sharp');

async function shrink(picture, target) {
  await sharp(picture).resize(200).toFile(target); //= said where it is served, though a handler sends it as well
}

exports.take = async (req, res) => {
  await shrink(req.file.buffer, path.join(__dirname, 'pictures', `${req.file.originalname}.webp`));
  fs.readdir(path.join(__dirname, 'pictures'), (_error, names) => res.json(names));
};

exports.show = (req, res) => res.sendFile(path.join(__dirname, 'pictures', req.params.name));
//- reports.js
const express = require('express');
const fs = require('node:fs');

const router = express.Router();

router.post('/reports/:name', (req, res) => {
  fs.writeFile(`reports/${req.params.name}.pdf`, req.body, () => res.end()); //! local-file-state hint
});

router.get('/reports/:name', (req, res) => {
  res.sendFile(`${process.cwd()}/reports/${req.params.name}.pdf`);
});

module.exports = router;
