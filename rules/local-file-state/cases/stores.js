// Where a project has a store, what is on the disk is on its way there, or kept while there is none.
//- storage.js
const { S3Client, PutObjectCommand } = require('@aws-sdk/client-s3');
const fs = require('node:fs');

const bucket = process.env.BUCKET;

exports.keep = async (req, res) => {
  if (bucket) await new S3Client({}).send(new PutObjectCommand({ Bucket: bucket, Key: req.params.name, Body: req.body }));
  else fs.writeFileSync(`kept/${req.params.name}`, req.body); //= where no store is configured
  res.end();
};

exports.show = (req, res) => res.sendFile(`kept/${req.params.name}`);
//- routes.js
const express = require('express');
const multer = require('multer');

const router = express.Router();

router.use('/drafts', express.static('drafts')); //= another file puts what lies there into the store
router.post('/drafts', multer({ dest: 'drafts/' }).single('draft'), (_req, res) => res.end());

module.exports = router;
