/** What people write who use a library, and what of it leaves the program or stops its thread: a line per call, in order. */
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareParser } from '../frontend.ts';
import { asked } from '../testing/asked.ts';

beforeAll(() => prepareParser());

type Cases = readonly (readonly [library: string, text: string, costs: readonly string[]])[];

function each(cases: Cases): void {
  test.each(cases)('%s', (_, text, costs) => expect(asked(text)).toEqual(costs));
}

describe('vector stores and search services', () => {
  each([
    [
      'Qdrant',
      `from qdrant_client import QdrantClient
client = QdrantClient(url=URL)
client.query_points("books", query=vector)
client.query_batch_points("books", requests=requests)
client.upsert("books", points=points)`,
      ['client.query_points query read waits', 'client.query_batch_points query read many waits', 'client.upsert query write many waits'],
    ],
    [
      'Qdrant, awaited',
      `from qdrant_client import AsyncQdrantClient
async def near(client: AsyncQdrantClient, vector):
    return await client.query_points("books", query=vector)`,
      ['client.query_points query read'],
    ],
    [
      'Chroma',
      `import chromadb
client = chromadb.HttpClient(host="chroma")
books = client.get_or_create_collection("books")
books.add(ids=ids, documents=texts)
books.query(query_texts=["whales"])
books.count()`,
      [
        'client.get_or_create_collection query write waits',
        'books.add query write many waits',
        'books.query query read many waits',
        'books.count query read waits',
      ],
    ],
    [
      'Chroma, awaited',
      `import chromadb
async def near(text):
    client = await chromadb.AsyncHttpClient()
    books = await client.get_collection("books")
    return await books.query(query_texts=[text])`,
      ['client.get_collection query read', 'books.query query read many'],
    ],
    [
      'Pinecone',
      `from pinecone import Pinecone
index = Pinecone(api_key=KEY).Index("books")
index.query(vector=vector, top_k=3)
index.upsert(vectors)`,
      ['Pinecone(api_key=KEY).Index request waits', 'index.query request waits', 'index.upsert query write many waits'],
    ],
    [
      'Weaviate',
      `import weaviate
with weaviate.connect_to_local() as client:
    books = client.collections.get("Book")
    books.query.near_text("whales")
    books.data.insert({"title": title})
    books.data.insert_many(rows)`,
      ['books.query.near_text request waits', 'books.data.insert query write waits', 'books.data.insert_many query write many waits'],
    ],
    [
      'Weaviate, awaited',
      `import weaviate
async def near(text):
    async with weaviate.use_async_with_local() as client:
        return await client.collections.get("Book").query.near_text(text)`,
      ['client.collections.get("Book").query.near_text request'],
    ],
    [
      'Milvus',
      `from pymilvus import Collection, MilvusClient
client = MilvusClient(uri=URI)
client.search("books", data=vectors)
client.query("books", filter="year > 1900")
Collection("books").insert(rows)`,
      ['client.search query read many waits', 'client.query query read waits', 'Collection("books").insert query write many waits'],
    ],
    [
      'Meilisearch',
      `import meilisearch
books = meilisearch.Client(URL).index("books")
books.search("whales")
books.add_documents(rows)`,
      ['books.search query read waits', 'books.add_documents query write many waits'],
    ],
    [
      'Algolia',
      `from algoliasearch.search_client import SearchClient
index = SearchClient.create(APP, KEY).init_index("books")
index.save_object(row)
index.save_objects(rows)`,
      ['index.save_object query write waits', 'index.save_objects query write many waits'],
    ],
  ]);
});

describe('warehouses', () => {
  each([
    [
      'Neo4j',
      `from neo4j import GraphDatabase
driver = GraphDatabase.driver(URI)
driver.execute_query("MATCH (b:Book) RETURN b")
with driver.session() as session:
    session.run("CREATE (:Book {title: $title})", title=title)
    session.execute_read(lambda tx: tx.run("MATCH (b) RETURN b"))`,
      ['driver.execute_query query waits', 'session.run query write waits', 'tx.run query waits'],
    ],
    [
      'Neo4j, awaited',
      `from neo4j import AsyncGraphDatabase
async def books():
    async with AsyncGraphDatabase.driver(URI) as driver:
        async with driver.session() as session:
            return await session.run("MATCH (b:Book) RETURN b")`,
      ['session.run query'],
    ],
    [
      'InfluxDB',
      `from influxdb_client import InfluxDBClient
client = InfluxDBClient(url=URL)
client.query_api().query("from(bucket: 'a')")
client.write_api().write(bucket="a", record=point)`,
      ['client.query_api().query query waits'],
    ],
    [
      'ClickHouse',
      `import clickhouse_connect
from clickhouse_driver import Client
client = clickhouse_connect.get_client(host=HOST)
client.query("SELECT 1")
client.insert("books", rows)
Client(HOST).execute("SELECT 1")`,
      ['client.query query read waits', 'client.insert query write many waits', 'Client(HOST).execute query read waits'],
    ],
    [
      'ClickHouse, awaited',
      `import clickhouse_connect
async def books():
    client = await clickhouse_connect.get_async_client(host=HOST)
    return await client.query("SELECT 1")`,
      ['client.query query read'],
    ],
    [
      'Snowflake',
      `import snowflake.connector
connection = snowflake.connector.connect(account=ACCOUNT)
cursor = connection.cursor()
cursor.execute("SELECT 1")
cursor.executemany("INSERT INTO books VALUES (%s)", rows)`,
      ['cursor.execute query read waits', 'cursor.executemany query write many waits'],
    ],
    [
      'BigQuery',
      `from google.cloud import bigquery
client = bigquery.Client()
for row in client.query("SELECT 1").result():
    print(row)
client.insert_rows_json(table, rows)`,
      ['client.query query read waits', 'client.insert_rows_json query write many waits'],
    ],
  ]);
});

describe('services', () => {
  each([
    [
      'Twitter',
      `import tweepy
client = tweepy.Client(bearer_token=TOKEN)
client.get_user(username=name)
client.get_users(usernames=names)`,
      ['client.get_user request waits', 'client.get_users request many waits'],
    ],
    [
      'Reddit',
      `import praw
reddit = praw.Reddit("bot")
for post in reddit.subreddit("books").hot(limit=10):
    post.reply("Nice")`,
      ['reddit.subreddit("books").hot request waits', 'post.reply request waits'],
    ],
    [
      'videos',
      `import yt_dlp
from pytube import YouTube, request
with yt_dlp.YoutubeDL(options) as downloader:
    downloader.extract_info(url, download=False)
video = YouTube(url).streams.filter(progressive=True).first()
video.download()
request.get(url)`,
      ['downloader.extract_info request waits', 'video.download request waits', 'request.get request waits'],
    ],
    [
      'Google',
      `from googleapiclient.discovery import build
drive = build("drive", "v3")
request = drive.files().list(q=query)
request.execute()
drive.files().get(fileId=key).execute()
batch = drive.new_batch_http_request()
batch.add(request)
batch.execute()`,
      ['request.execute request waits', 'drive.files().get(fileId=key).execute request waits', 'batch.execute request many waits'],
    ],
    [
      'Google Sheets',
      `import gspread
book = gspread.service_account().open_by_key(KEY)
book.sheet1.append_row(row)
sheet = book.worksheet("2024")
sheet.append_rows(rows)`,
      [
        'gspread.service_account().open_by_key request waits',
        'book.sheet1.append_row request waits',
        'book.worksheet request waits',
        'sheet.append_rows request many waits',
      ],
    ],
    [
      'GitHub',
      `from github import Github
repo = Github(TOKEN).get_repo("a/b")
for pull in repo.get_pulls(state="open"):
    pull.create_issue_comment("Thanks")`,
      ['Github(TOKEN).get_repo request waits', 'repo.get_pulls request waits', 'pull.create_issue_comment request waits'],
    ],
    [
      'GitLab',
      `import gitlab
project = gitlab.Gitlab(URL).projects.get(1)
for issue in project.issues.list(get_all=True):
    issue.save()`,
      ['gitlab.Gitlab(URL).projects.get request waits', 'project.issues.list request waits', 'issue.save request waits'],
    ],
    [
      'Jira and Confluence',
      `from atlassian import Confluence
from jira import JIRA
jira = JIRA(URL)
for issue in jira.search_issues("project = A"):
    issue.update(summary="B")
Confluence(url=URL).get_page_by_id(1)`,
      ['jira.search_issues request waits', 'issue.update request waits', 'Confluence(url=URL).get_page_by_id request waits'],
    ],
    [
      'Notion',
      `from notion_client import AsyncClient, Client
Client(auth=TOKEN).databases.query(database_id=key)
async def page(client: AsyncClient, key):
    return await client.pages.retrieve(key)`,
      ['Client(auth=TOKEN).databases.query request waits', 'client.pages.retrieve request'],
    ],
    [
      'HubSpot and Mailchimp',
      `from hubspot import HubSpot
import mailchimp_marketing
client = HubSpot(access_token=TOKEN)
client.crm.contacts.basic_api.get_by_id(key)
client.crm.contacts.batch_api.read(keys)
mailchimp_marketing.Client().lists.add_list_member(key, member)`,
      [
        'client.crm.contacts.basic_api.get_by_id request waits',
        'client.crm.contacts.batch_api.read request many waits',
        'mailchimp_marketing.Client().lists.add_list_member request waits',
      ],
    ],
    [
      'names and places',
      `import dns.asyncresolver
import dns.resolver
import whois
from geopy.geocoders import Nominatim
Nominatim(user_agent="a").geocode("Kiel")
whois.whois("example.org")
dns.resolver.resolve("example.org", "MX")
dns.reversename.from_address("127.0.0.1")
async def mail(name):
    return await dns.asyncresolver.resolve(name, "MX")`,
      ['Nominatim(user_agent="a").geocode request waits', 'whois.whois blocking', 'dns.resolver.resolve blocking'],
    ],
  ]);
});

describe('machines', () => {
  each([
    [
      'Docker',
      `import docker
client = docker.from_env()
for container in client.containers.list():
    container.stop()
client.images.pull("redis")`,
      ['client.containers.list request waits', 'container.stop request waits', 'client.images.pull request waits'],
    ],
    [
      'Kubernetes',
      `from kubernetes import client, config
config.load_kube_config()
core = client.CoreV1Api()
for pod in core.list_namespaced_pod("books").items:
    core.delete_namespaced_pod(pod.metadata.name, "books")
client.V1ObjectMeta(name="a")`,
      ['core.list_namespaced_pod request waits', 'core.delete_namespaced_pod request waits'],
    ],
    [
      'Kubernetes, awaited',
      `from kubernetes_asyncio import client
async def pods():
    return await client.CoreV1Api().list_namespaced_pod("books")`,
      ['client.CoreV1Api().list_namespaced_pod request'],
    ],
    [
      'Vault and Consul',
      `import consul
import hvac
hvac.Client(url=URL).secrets.kv.v2.read_secret_version(path="a")
consul.Consul().kv.get("a")`,
      ['hvac.Client(url=URL).secrets.kv.v2.read_secret_version request waits', 'consul.Consul().kv.get request waits'],
    ],
    [
      'LDAP',
      `import ldap
from ldap3 import Connection, Server
connection = Connection(Server(HOST))
connection.search("dc=example", "(uid=a)")
directory = ldap.initialize(URI)
directory.simple_bind_s(USER, PASSWORD)
directory.modify_s(dn, changes)`,
      ['connection.search query read waits', 'directory.simple_bind_s request waits', 'directory.modify_s query write waits'],
    ],
    [
      'buckets',
      `from minio import Minio
client = Minio(HOST)
client.stat_object("books", "a")
client.remove_objects("books", names)
client.presigned_get_object("books", "a")`,
      ['client.stat_object request waits', 'client.remove_objects request many waits'],
    ],
    [
      'blobs of Azure',
      `from azure.storage.blob import BlobServiceClient
from azure.storage.blob.aio import BlobServiceClient as Awaited
service = BlobServiceClient.from_connection_string(TEXT)
service.get_blob_client("books", "a").upload_blob(data)
service.get_container_client("books").delete_blobs("a", "b")
async def load():
    blob = Awaited.from_connection_string(TEXT).get_blob_client("books", "a")
    return await blob.download_blob()`,
      [
        'service.get_blob_client("books", "a").upload_blob request waits',
        'service.get_container_client("books").delete_blobs request many waits',
        'blob.download_blob request',
      ],
    ],
    [
      'SFTP',
      `import pysftp
with pysftp.Connection(HOST) as sftp:
    sftp.put("a")`,
      ['sftp.put request waits'],
    ],
    [
      'Google',
      `from google.cloud import pubsub_v1, secretmanager
secrets = secretmanager.SecretManagerServiceClient()
secrets.access_secret_version(name=NAME)
pubsub_v1.PublisherClient().publish(topic, data)`,
      ['secrets.access_secret_version request waits'],
    ],
    [
      'Git',
      `from git import Repo
repo = Repo.clone_from(url, "a")
repo.remotes.origin.pull()
repo.remote("origin").push()
repo.git.checkout("main")
repo.git.custom_environment(A="b")`,
      ['Repo.clone_from blocking', 'repo.remotes.origin.pull blocking', 'repo.remote("origin").push blocking', 'repo.git.checkout blocking'],
    ],
    [
      'devices',
      `import serial
port = serial.Serial("/dev/ttyUSB0")
port.readline()`,
      ['serial.Serial blocking', 'port.readline blocking'],
    ],
  ]);
});

describe('data', () => {
  each([
    [
      'models',
      `import whisper
from sklearn.ensemble import RandomForestClassifier
from sklearn.preprocessing import LabelEncoder
from tensorflow import keras
forest = RandomForestClassifier()
forest.fit(xs, ys)
forest.predict(xs)
LabelEncoder().fit(ys)
network = keras.models.load_model("a.keras")
network.predict(xs)
whisper.load_model("base").transcribe("a.wav")`,
      ['forest.fit blocking', 'keras.models.load_model blocking', 'network.predict blocking', 'whisper.load_model("base").transcribe blocking'],
    ],
    [
      'documents',
      `from markitdown import MarkItDown
from pdf2image import convert_from_path
from pptx import Presentation
MarkItDown().convert("a.docx")
convert_from_path("a.pdf")
Presentation("a.pptx")`,
      ['MarkItDown().convert blocking', 'convert_from_path blocking', 'Presentation blocking'],
    ],
  ]);
});
