/**
 * What programs that run other programs talk to: containers and clusters, secrets and directories of people, files elsewhere, repositories of code,
 * and devices on a wire. Each call is a word with a server, or a process of its own.
 */
import type { KnowledgeRow } from '../../../model/knowledge.ts';
import { alike, client, type Facts, type Family, forOneUse, on, read, request, returns, write } from '../../words.ts';
import { rowsAtHand, waitsFor } from './queries.ts';
import { connects, stops, stopsLong, waits, waitsForMany } from './waiting.ts';

type How = (facts: Facts) => Facts;

const awaited: How = (facts) => facts;

/** The thread waits; `remedy` names what does not make it wait. */
function unless(remedy: string): How {
  return (facts) => waitsFor(facts, remedy);
}

const requestMany: Facts = { op: { kind: 'request', weight: 'heavy', bulk: true } };
/** No list: nobody can ask for all of them at once. */
const asTheyHappen: Facts = { result: { kind: 'other', extent: 'bounded', why: 'events as they happen' } };

const docker = 'py:docker#DockerClient';
const container = 'py:docker#models.containers.Container';
const inAiodocker = 'Use `aiodocker`.';
const onDocker = waits(inAiodocker);
const containers = { kind: 'list', extent: 'input', why: 'containers of a machine' } as const;

const dockers: Family = {
  rows: [
    ...on('py:docker', 'from_env DockerClient.from_env', returns(docker, client)),
    ...on('py:docker', 'DockerClient APIClient', client),
    ...on(docker, 'containers.run containers.create containers.get', { ...onDocker, returns: container }),
    ...on(docker, 'containers.list', { ...onDocker, result: containers, returns: container }),
    ...on(docker, 'images.build images.pull images.push images.get images.list images.load images.remove images.search', onDocker),
    ...on(docker, 'networks.create networks.get networks.list volumes.create volumes.get volumes.list', onDocker),
    ...on(docker, 'containers.prune images.prune networks.prune volumes.prune info df ping version login swarm.init', onDocker),
    ...on(`${docker} py:docker#APIClient`, 'events', { ...onDocker, ...asTheyHappen }),
    ...on(
      container,
      `start stop restart kill pause unpause remove wait logs exec_run stats top diff commit attach reload rename update put_archive get_archive`,
      onDocker,
    ),
    ...on(
      'py:docker#APIClient',
      `build pull push images containers create_container start stop restart kill wait logs exec_create exec_start exec_inspect remove_container
       remove_image inspect_container inspect_image create_network inspect_network put_archive get_archive info version ping`,
      onDocker,
    ),
  ],
  types: [...alike('py:docker#client.DockerClient', docker), ...alike(`py:docker#api.client.APIClient ${docker}.api`, 'py:docker#APIClient')],
};

/** Each group of the interface of a cluster is a class of its own, and all of them name their members alike. */
function kubernetes(module: string, how: How): KnowledgeRow[] {
  const groups = `${module}#client.*Api`;
  const found = `${module}#client.V1List`;
  return [
    ...on(groups, 'list_*', how(returns(found, request))),
    ...on(groups, 'read_* get_* create_* patch_* replace_* delete_* connect_*', how(request)),
    ...on(groups, 'delete_collection_*', how(requestMany)),
    ...on(found, 'items', { result: { kind: 'list', extent: 'table', why: 'objects of a cluster' } }),
  ];
}

const kubernetesClients: Family = {
  rows: [
    ...kubernetes('py:kubernetes', unless('Use `kubernetes_asyncio`.')),
    ...kubernetes('py:kubernetes_asyncio', awaited),
    ...on('py:kubernetes', 'stream.stream utils.create_from_yaml', waits('Use `kubernetes_asyncio`.')),
    ...on('py:kubernetes#watch.Watch', 'stream', { ...waits('Use `kubernetes_asyncio`.'), ...asTheyHappen }),
    ...on('py:kubernetes_asyncio#watch.Watch', 'stream', { ...request, ...asTheyHappen }),
  ],
};

const ldap = 'py:ldap#ldapobject.LDAPObject';
const entries: Facts = { ...read(), ...rowsAtHand };

/** Secrets, configuration, and who is who. */
const directories: Family = {
  rows: [
    ...on('py:hvac#Client', 'read write list delete is_authenticated lookup_token renew_token', waits()),
    ...on('py:hvac#Client', 'secrets.*.* secrets.kv.v1.* secrets.kv.v2.* auth.*.* sys.*', waits()),
    ...on('py:consul#Consul', 'kv.* catalog.* health.* session.* event.* agent.* agent.*.*', waits()),
    ...on('py:consul#aio.Consul', 'kv.* catalog.* health.* session.* event.* agent.* agent.*.*', request),

    ...on('py:ldap3#Connection', 'search', waitsFor(read())),
    ...on('py:ldap3#Connection', 'compare', waitsFor(read())),
    ...on('py:ldap3#Connection', 'add modify delete modify_dn', waitsFor(write())),
    ...on('py:ldap3#Connection', 'bind rebind start_tls open', waits()),
    ...on('py:ldap3#Connection', 'extend.standard.paged_search extend.standard.who_am_i extend.standard.modify_password', waits()),

    ...on('py:ldap', 'initialize', returns(ldap)),
    ...on(ldap, 'search_s search_st search_ext_s', waitsFor(entries)),
    ...on(ldap, 'read_s compare_s whoami_s', waitsFor(read())),
    ...on(ldap, 'add_s add_ext_s modify_s modify_ext_s delete_s delete_ext_s rename_s passwd_s', waitsFor(write())),
    ...on(ldap, 'bind_s simple_bind_s sasl_interactive_bind_s start_tls_s', waits()),
    ...on(ldap, 'result result2 result3', waitsFor(entries)),
  ],
  types: [
    ...alike('py:consul#std.Consul', 'py:consul#Consul'),
    ...alike('py:ldap3#core.connection.Connection', 'py:ldap3#Connection'),
    ...alike('py:ldap#ldapobject.SimpleLDAPObject py:ldap#ldapobject.ReconnectLDAPObject', ldap),
  ],
};

const minio = 'py:minio#Minio';
const sftp = 'py:pysftp#Connection';
const inBucket = { kind: 'list', extent: 'table', why: 'objects in a bucket' } as const;

/** Clients of Azure lead from an account to a container to a blob, without asking. */
function azureBlobs(module: string, how: How): KnowledgeRow[] {
  const [service, folder, blob] = [`${module}.BlobServiceClient`, `${module}.ContainerClient`, `${module}.BlobClient`] as const;
  return [
    ...on(service, 'from_connection_string', returns(service, client)),
    ...on(folder, 'from_connection_string from_container_url', returns(folder, client)),
    ...on(blob, 'from_connection_string from_blob_url', returns(blob, client)),
    ...on(service, 'get_container_client', returns(folder)),
    ...on(`${service} ${folder}`, 'get_blob_client', returns(blob)),
    ...on(service, 'create_container', how(returns(folder, request))),
    ...on(service, 'delete_container list_containers get_account_information', how(request)),
    ...on(folder, 'upload_blob', how(returns(blob, request))),
    ...on(folder, 'download_blob delete_blob create_container delete_container exists get_container_properties', how(request)),
    ...on(folder, 'list_blobs list_blob_names walk_blobs', how({ ...request, result: inBucket })),
    ...on(folder, 'delete_blobs', how(requestMany)),
    ...on(
      blob,
      `upload_blob upload_blob_from_url download_blob delete_blob exists get_blob_properties set_blob_metadata set_http_headers start_copy_from_url
       stage_block commit_block_list create_snapshot append_block`,
      how(request),
    ),
  ];
}

const azure = 'py:azure#storage.blob';

const filesElsewhere: Family = {
  rows: [
    ...on(
      minio,
      `bucket_exists make_bucket remove_bucket list_buckets put_object fput_object get_object fget_object stat_object remove_object copy_object
       compose_object get_bucket_policy set_bucket_policy get_object_tags set_object_tags`,
      waits(),
    ),
    ...on(minio, 'list_objects', { ...waits(), result: inBucket }),
    ...on(minio, 'remove_objects upload_snowball_objects', waitsForMany()),

    ...azureBlobs(azure, unless('Use `azure.storage.blob.aio`.')),
    ...azureBlobs(`${azure}.aio`, awaited),

    ...on('py:pysftp', 'Connection', connects('Use `asyncssh`.', forOneUse)),
    ...on(
      sftp,
      `get put getfo putfo get_d put_d get_r put_r listdir listdir_attr exists isfile isdir stat mkdir makedirs remove rename rmdir execute walktree open`,
      waits('Use `asyncssh`.'),
    ),
  ],
  types: alike('py:minio#api.Minio', minio),
};

const secrets = 'py:google#cloud.secretmanager.SecretManagerServiceClient';
const publisher = 'py:google#cloud.pubsub_v1.PublisherClient';

/** What Google's clouds keep and run for others. A publisher gathers messages, and sends them from a thread of its own. */
const clouds: Family = {
  rows: [
    ...on(secrets, 'access_secret_version create_secret add_secret_version get_secret', waits('Use `SecretManagerServiceAsyncClient`.')),
    ...on(`${publisher} py:google#cloud.pubsub_v1.SubscriberClient`, 'create_topic get_topic delete_topic', waits()),
    ...on('py:google#cloud.pubsub_v1.SubscriberClient', 'create_subscription delete_subscription modify_ack_deadline', waits()),
    ...on('py:google#cloud.pubsub_v1.SubscriberClient', 'acknowledge', waitsForMany()),
    ...on('py:google#cloud.tasks_v2.CloudTasksClient', 'create_task', waits('Use `CloudTasksAsyncClient`.')),
  ],
  types: [
    ...alike('py:google#cloud.secretmanager_v1.SecretManagerServiceClient', secrets),
    ...alike('py:google#cloud.tasks.CloudTasksClient', 'py:google#cloud.tasks_v2.CloudTasksClient'),
  ],
};

const repo = 'py:git#Repo';
const remote = 'py:git#Remote';
const command = stopsLong('Use `asyncio.create_subprocess_exec`.');

/** What GitPython asks of Git is a process of its own; what it reads from the repository's files is not. */
const repositories: Family = {
  rows: [
    ...on(repo, 'clone_from clone init', { ...command, returns: repo }),
    ...on(repo, 'remote create_remote', returns(remote)),
    ...on(`${remote} ${repo}.remotes.*`, 'fetch pull push update', command),
    ...on(repo, 'is_dirty submodule_update blame archive merge_base', command),
    ...on(repo, 'iter_commits', { ...command, result: { kind: 'other', extent: 'table', why: 'commits of a repository' } }),
    ...on(
      `${repo}.git py:git#Git py:git#cmd.Git`,
      `execute add apply archive blame branch checkout cherry_pick clean clone commit config describe diff fetch for_each_ref log ls_files ls_remote ls_tree
       merge merge_base mv pull push rebase remote reset rev_list rev_parse revert rm show stash status submodule tag worktree`,
      command,
    ),
    ...on('py:pygit2', 'clone_repository', stopsLong()),
  ],
  types: [...alike('py:git#repo.Repo py:git#repo.base.Repo', repo), ...alike('py:git#remote.Remote', remote)],
};

const serial = stopsLong('Use `serial_asyncio`.');

const devices: readonly KnowledgeRow[] = [
  ...on('py:serial', 'Serial', stops()),
  ...on('py:serial#Serial', 'read read_all read_until readline readlines write flush', serial),
  ...on('py:serial', 'tools.list_ports.comports', { ...stopsLong(), result: { kind: 'list', extent: 'bounded', why: 'ports of a machine' } }),
];

const parts: readonly Family[] = [dockers, kubernetesClients, directories, filesElsewhere, clouds, repositories, { rows: devices }];

export const machines: Family = {
  rows: parts.flatMap((part) => part.rows ?? []),
  types: parts.flatMap((part) => part.types ?? []),
};
