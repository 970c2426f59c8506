/**
 * Libraries of data: tables, arrays, pictures, documents, models, and what keeps passwords. Reading a file, computing over all of it and
 * hashing a password stop the thread alike.
 */
import { alike, computes, copy, each, type Facts, type Family, heavy, loadsModel, on, returns, words } from '../../words.ts';
import { inThread, stops, stopsLong, stopsShortly, waits } from './waiting.ts';

const frame = 'py:pandas#DataFrame';
const series = 'py:pandas#Series';
const polars = 'py:polars#DataFrame';
const array = 'py:numpy#ndarray';
const rowsOfFrame = { kind: 'list', extent: 'input', why: 'rows of a data frame' } as const;
const columns: Facts = { result: { kind: 'list', extent: 'bounded', why: 'columns of a data frame' } };
const parsed: Facts = { result: { kind: 'unknown', extent: 'input', why: 'parsed data', from: 'data' } };

/** Rows that are handed out one by one. */
const oneByOne: Facts = { result: { ...rowsOfFrame, kind: 'other' } };
const elements: Facts = { result: { kind: 'list', extent: 'input', why: 'elements of an array' } };
/** What pandas reads from a database, with a connection that is not asynchronous. */
const readsQuery: Facts = { op: { kind: 'query', access: 'read' }, blocks: true, remedy: inThread, returns: frame };

const tables: Family = {
  rows: [
    ...on(
      'py:pandas',
      'read_csv read_table read_fwf read_excel read_json read_parquet read_feather read_orc read_pickle read_hdf read_html read_xml read_stata read_sas',
      { ...stops(), returns: frame },
    ),
    ...on('py:pandas', 'read_sql read_sql_query read_sql_table', readsQuery),
    ...on(frame, 'to_sql', { op: { kind: 'query', access: 'write', bulk: true }, blocks: true, remedy: inThread }),
    ...on(frame, 'to_csv to_excel to_json to_parquet to_feather to_pickle to_hdf', stops()),
    ...on('py:pandas', 'merge', returns(frame)),
    ...on('py:pandas', 'concat', returns(frame, copy)),
    // Gone since pandas 2, and copying all along.
    ...on(frame, 'append _append', returns(frame, { op: { kind: 'copy' } })),
    ...on(frame, 'iterrows', { ...oneByOne, byRow: 'rows' }),
    ...on(frame, 'itertuples', oneByOne),
    ...on(frame, 'index', { byRow: 'keys' }),
    ...on(frame, 'loc iloc at iat', { byRow: 'cells' }),
    // Of rows or of columns: an argument says.
    ...on(frame, 'to_dict', { result: { ...rowsOfFrame, kind: 'unknown' } }),
    ...on(frame, 'to_records', { result: rowsOfFrame }),
    ...on(frame, 'items', columns),
    ...on(frame, 'apply', { ...each, byRow: 'apply' }),
    ...on(frame, 'map applymap', each),
    ...on(series, 'apply map', each),
    ...on(
      frame,
      `head tail copy sort_values sort_index reset_index set_index dropna fillna drop drop_duplicates rename assign astype merge join query sample
       replace reindex`,
      { returns: 'self' },
    ),
    ...on(frame, 'columns', columns),
    ...on(`${series} py:pandas#Index`, 'tolist to_list unique', elements),

    ...on('py:polars', 'read_csv read_excel read_json read_ndjson read_parquet read_ipc read_avro', { ...stops(), returns: polars }),
    ...on('py:polars', 'read_database read_database_uri', { ...readsQuery, returns: polars }),
    ...on('py:polars#LazyFrame', 'collect', { ...stops(), returns: polars }),
    ...on(polars, 'iter_rows', oneByOne),
    ...on(polars, 'rows to_dicts', { result: rowsOfFrame }),
    ...on(polars, 'write_csv write_parquet write_excel write_json write_ndjson write_ipc', stops()),
    ...on('py:polars#Series', 'to_list', elements),

    ...on('py:numpy', 'append concatenate hstack vstack dstack column_stack row_stack insert', returns(array, copy)),
    ...on('py:numpy', 'load loadtxt genfromtxt', { ...stops(), returns: array }),
    ...on('py:numpy', 'save savez savez_compressed savetxt', stops()),
    ...on(array, 'tolist', elements),
    ...on('py:pyarrow', 'parquet.read_table csv.read_csv', { ...stops(), returns: 'py:pyarrow#Table' }),
    ...on('py:pyarrow', 'parquet.write_table', stops()),
    ...on('py:pyarrow#Table', 'to_pylist', { result: rowsOfFrame }),

    ...on('py:openpyxl', 'load_workbook', { ...stops(), returns: 'py:openpyxl#Workbook' }),
    ...on('py:openpyxl#Workbook', 'save', stops()),
    ...on('py:openpyxl#worksheet.worksheet.Worksheet', 'iter_rows', { result: { kind: 'other', extent: 'input', why: 'rows of a sheet' } }),
    ...on('py:h5py', 'File', stops()),
    ...on('py:joblib', 'load dump', stops()),
  ],
  types: alike('py:openpyxl#Workbook.active', 'py:openpyxl#worksheet.worksheet.Worksheet'),
};

/** Pictures and documents. PIL reads the head of a file when it forOneUse it, and the rest when it is needed. */
const files: Family = {
  rows: [
    ...on('py:PIL', 'Image.open', { ...stops(), returns: 'py:PIL#Image.Image' }),
    ...on('py:PIL#Image.Image', 'save load', stops()),
    ...on('py:PIL#Image.Image', 'resize convert rotate filter crop', { ...stops(), returns: 'self' }),
    ...on('py:PIL#Image.Image', 'thumbnail', stops()),
    ...on('py:cv2', 'imread imwrite imdecode imencode', stops()),
    ...on('py:cv2#VideoCapture', 'read', stops()),
    ...on('py:imageio', 'imread imwrite v2.imread v2.imwrite v3.imread v3.imwrite', stops()),
    ...on('py:fitz py:pymupdf', 'open Document', { ...stops(), result: { kind: 'other', extent: 'input', why: 'pages of a document' } }),
    ...on('py:pypdf py:PyPDF2', 'PdfReader', stops()),
    ...on('py:pypdf#PdfReader py:PyPDF2#PdfReader', 'pages', { result: { kind: 'list', extent: 'input', why: 'pages of a document' } }),
    ...on('py:pdfplumber', 'open', stops()),
    ...on('py:pdfminer', 'high_level.extract_text high_level.extract_pages high_level.extract_text_to_fp', stops()),
    ...on('py:docx', 'Document', stops()),
    ...on('py:pptx', 'Presentation', stops()),
    ...on('py:xlrd', 'open_workbook', stops()),
    ...on('py:docx2txt', 'process', stops()),
    ...on('py:markitdown#MarkItDown', 'convert convert_local convert_stream convert_response', stops()),
    ...on('py:markitdown#MarkItDown', 'convert_url convert_uri', stopsLong()),
    ...on('py:weasyprint#HTML', 'write_pdf', stopsLong()),
    // Another program does the work.
    ...on('py:pdf2image', 'convert_from_path convert_from_bytes', stopsLong()),
    ...on('py:pdfkit', 'from_url from_file from_string', stopsLong()),
    ...on('py:pypandoc', 'convert_file convert_text', stopsLong()),
    ...on('py:pytesseract', 'image_to_string image_to_data', stopsLong()),
    ...on('py:librosa', 'load', stops()),
    ...on('py:soundfile', 'read write', stops()),
  ],
};

/** Parsers: most texts are short, so they are `compute`, and no rule speaks of a single one. */
const parses: Facts = { op: { kind: 'compute', on: 0 }, ...parsed };

const texts: Family = {
  rows: [
    ...on('py:yaml', 'safe_load load full_load', parses),
    ...on('py:yaml', 'dump safe_dump', { op: { kind: 'compute', on: 0 } }),
    ...on('py:ruamel#yaml.YAML', 'load', parses),
    ...on('py:orjson py:ujson py:simplejson', 'loads', parsed),
    ...on('py:ujson py:simplejson', 'load', parsed),
    ...on('py:xmltodict', 'parse', parses),
    ...on('py:bs4', 'BeautifulSoup', { op: { kind: 'compute', on: 0 } }),
    ...on('py:bs4#BeautifulSoup py:bs4#Tag', 'find_all select', {
      result: { kind: 'list', extent: 'input', why: 'elements of a document', from: 'data' },
      returns: 'py:bs4#Tag',
    }),
    ...on('py:bs4#BeautifulSoup py:bs4#Tag', 'find select_one', returns('py:bs4#Tag')),
    ...on('py:lxml', 'etree.parse html.parse', stops()),
    ...on('py:markdown py:markdown2', 'markdown', { op: { kind: 'compute', on: 0 } }),
  ],
};

/** They are slow on purpose. */
const hash = stopsLong();
const schemes = words('bcrypt bcrypt_sha256 argon2 scrypt pbkdf2_sha256 pbkdf2_sha512 sha256_crypt sha512_crypt django_pbkdf2_sha256').map(
  (name) => `py:passlib#hash.${name}`,
);

const passwords: Family = {
  rows: [
    ...on('py:bcrypt', 'hashpw checkpw kdf', hash),
    ...schemes.flatMap((scheme) => [...on(scheme, 'hash verify encrypt', hash), ...on(scheme, 'using', returns(scheme))]),
    ...on('py:passlib#context.CryptContext', 'hash verify verify_and_update encrypt dummy_verify', hash),
    ...on('py:pwdlib', 'PasswordHash.recommended', returns('py:pwdlib#PasswordHash')),
    ...on('py:pwdlib#PasswordHash', 'hash verify verify_and_update', hash),
    ...on('py:argon2#PasswordHasher', 'hash verify', hash),
    ...on('py:argon2#low_level', 'hash_secret hash_secret_raw verify_secret', hash),
    ...on('py:werkzeug', 'security.generate_password_hash security.check_password_hash', hash),
    ...on('py:flask_bcrypt py:flask_bcrypt#Bcrypt', 'generate_password_hash check_password_hash', hash),
    ...on('py:django#contrib.auth', 'hashers.make_password', hash),
    ...on('py:django#contrib.auth', 'hashers.check_password', {
      ...heavy,
      twin: { module: 'django.contrib.auth.hashers', member: 'acheck_password' },
    }),
    ...on('py:django#contrib.auth', 'authenticate', { ...hash, remedy: 'Use `aauthenticate`.' }),
    ...on('py:django#contrib.auth.models.AbstractBaseUser', 'set_password', hash),
    ...on('py:django#contrib.auth.models.AbstractBaseUser', 'check_password', { ...hash, remedy: 'Use `acheck_password`.' }),
    ...on(
      'py:cryptography#hazmat.primitives.kdf',
      'pbkdf2.PBKDF2HMAC.derive pbkdf2.PBKDF2HMAC.verify scrypt.Scrypt.derive scrypt.Scrypt.verify',
      hash,
    ),
    ...on('py:cryptography#hazmat.primitives.kdf', 'argon2.Argon2id.derive argon2.Argon2id.verify', hash),
    ...on('py:cryptography#hazmat.primitives.asymmetric', 'rsa.generate_private_key dh.generate_parameters', hash),
    ...on('py:Crypto#Protocol.KDF py:Cryptodome#Protocol.KDF', 'PBKDF2 scrypt bcrypt bcrypt_check', hash),
    ...on('py:Crypto#PublicKey py:Cryptodome#PublicKey', 'RSA.generate', hash),
    ...on('py:nacl', 'pwhash.str pwhash.verify pwhash.argon2id.str pwhash.argon2id.kdf pwhash.scrypt.kdf', hash),
    ...on('py:jwt py:jose#jwt', 'encode decode', stopsShortly),
  ],
  types: [
    ...alike('py:django#contrib.auth.models.AbstractUser py:django#contrib.auth.models.User', 'py:django#contrib.auth.models.AbstractBaseUser'),
  ],
};

/** Kinds of models whose training takes long. What they then say of a few rows is there at once; networks take their time for that as well. */
const trained = words(`linear_model ensemble svm neural_network cluster neighbors tree mixture manifold decomposition gaussian_process naive_bayes
  pipeline model_selection`).map((kind) => `py:sklearn#${kind}.*`);
const network = 'py:keras#Model';

/** Models of machine learning: they are loaded once, and take all that is at hand at once. */
const models: Family = {
  rows: [
    ...trained.flatMap((type) => on(type, 'fit fit_predict fit_transform', stopsLong())),
    ...on('py:sklearn#pipeline', 'make_pipeline', returns('py:sklearn#pipeline.Pipeline')),
    ...on('py:sklearn#model_selection', 'cross_val_score cross_val_predict cross_validate', stopsLong()),
    ...on('py:keras py:tensorflow#keras', 'models.load_model', { ...stops(), returns: network }),
    ...on(network, 'fit predict evaluate', stopsLong()),
    ...on(network, 'save load_weights save_weights train_on_batch predict_on_batch', stops()),
    ...on('py:torch', 'load save', stops()),
    ...on('py:transformers', 'pipeline *.from_pretrained', loadsModel),
    ...on('py:sentence_transformers', 'SentenceTransformer CrossEncoder', loadsModel),
    ...on('py:sentence_transformers#SentenceTransformer', 'encode', stopsLong()),
    ...on('py:sentence_transformers#CrossEncoder', 'predict', stopsLong()),
    ...on('py:spacy', 'load', loadsModel),
    ...on('py:whisper', 'load_model', returns('py:whisper#Whisper', loadsModel)),
    ...on('py:whisper', 'transcribe load_audio', stopsLong()),
    ...on('py:whisper#Whisper', 'transcribe', stopsLong()),
    ...on('py:faster_whisper', 'WhisperModel', loadsModel),
    ...on('py:faster_whisper#WhisperModel', 'transcribe', stopsLong()),
    ...on('py:diffusers', '*.from_pretrained', loadsModel),
    ...on('py:huggingface_hub', 'hf_hub_download snapshot_download', waits()),
  ],
  types: [
    ...alike('py:keras#models.Model py:keras#Sequential py:keras#models.Sequential', network),
    ...alike('py:tensorflow#keras.Model py:tensorflow#keras.models.Model', network),
    ...alike('py:tensorflow#keras.Sequential py:tensorflow#keras.models.Sequential', network),
  ],
};

const inProcess = 'Run it in a process: `loop.run_in_executor(ProcessPoolExecutor(), …)`.';

/** What draws, sets pages, recognises: Python or a library computes, for as long as a picture or a document takes. */
const drawn: Family = {
  rows: [
    ...on('py:matplotlib', 'pyplot.savefig', computes('long', inThread)),
    ...on('py:matplotlib', 'pyplot.figure figure.Figure', returns('py:matplotlib#Figure')),
    ...on('py:matplotlib#Figure', 'savefig', computes('long', inThread)),
    ...on('py:wordcloud#WordCloud', 'generate generate_from_text generate_from_frequencies', computes('long', inThread)),
    ...on('py:cairosvg', 'svg2png svg2pdf svg2ps', computes('long', inThread)),
    ...on('py:reportlab#platypus.SimpleDocTemplate', 'build multiBuild', computes('document', inProcess)),
    ...on('py:fpdf#FPDF', 'output', computes('document', inProcess)),
    ...on('py:xhtml2pdf', 'pisa.CreatePDF pisa.pisaDocument', computes('long', inProcess)),
    ...on('py:xlsxwriter#Workbook', 'close', computes('document', inProcess)),
    ...on('py:camelot', 'read_pdf', computes('long', inProcess)),
    ...on('py:difflib#HtmlDiff', 'make_file make_table', computes('document', inProcess)),
    ...on('py:face_recognition', 'face_locations face_encodings face_landmarks batch_face_locations', computes('long', inThread)),
    ...on('py:easyocr#Reader', 'readtext readtext_batched', computes('long', inThread)),
    ...on('py:rembg', 'remove', computes('long', inThread)),
    ...on(
      'py:networkx',
      'pagerank betweenness_centrality closeness_centrality eigenvector_centrality all_pairs_shortest_path all_pairs_dijkstra_path_length',
      computes('document', inProcess),
    ),
  ],
};

const parts = [drawn, tables, files, texts, passwords, models];

export const dataLibraries: Family = {
  rows: parts.flatMap((part) => part.rows ?? []),
  types: parts.flatMap((part) => part.types ?? []),
};
