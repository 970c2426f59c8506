/**
 * Services that one has an account with, and what else is asked over the web through a library of its own: each call is one request, and few take
 * many at once. Objects that only name something (a subreddit, a worksheet by its client) cost nothing until they are asked.
 */
import { alike, client, type Facts, type Family, on, request, returns, self } from '../../words.ts';
import { connects, inThread, stopsLong, waits, waitsForMany } from './waiting.ts';

const requestMany: Facts = { op: { kind: 'request', weight: 'heavy', bulk: true } };

/** Pages that are asked for while they are walked. */
function pages(why: string, more: Facts = {}): Facts {
  return { ...waits(), result: { kind: 'list', extent: 'table', why }, ...more };
}

const tweetsOfClient = `create_tweet delete_tweet get_tweet get_user get_me get_home_timeline get_liked_tweets get_users_followers get_users_following
  get_users_mentions get_users_tweets get_list_tweets search_recent_tweets search_all_tweets create_direct_message follow_user unfollow_user like unlike
  retweet unretweet`;
const tweetsOfApi = `update_status destroy_status get_status get_user user_timeline home_timeline mentions_timeline search_tweets search_users
  get_followers get_follower_ids get_friends get_friend_ids send_direct_message create_friendship destroy_friendship create_favorite retweet media_upload
  verify_credentials rate_limit_status`;
const listing = 'hot new top rising controversial search';

/** Networks of people, and what they watch. */
const networks: Family = {
  rows: [
    ...on('py:tweepy#Client', tweetsOfClient, waits('Use `tweepy.asynchronous.AsyncClient`.')),
    ...on('py:tweepy#Client', 'get_tweets get_users', waitsForMany('Use `tweepy.asynchronous.AsyncClient`.')),
    ...on('py:tweepy#asynchronous.AsyncClient', tweetsOfClient, request),
    ...on('py:tweepy#asynchronous.AsyncClient', 'get_tweets get_users', requestMany),
    ...on('py:tweepy#API', tweetsOfApi, waits()),
    ...on('py:tweepy#API', 'lookup_users lookup_statuses lookup_friendships', waitsForMany()),

    ...on('py:praw#Reddit', 'subreddit', returns('py:praw#models.Subreddit')),
    ...on('py:praw#Reddit', 'submission', returns('py:praw#models.Submission')),
    ...on('py:praw#Reddit', 'comment', returns('py:praw#models.Comment')),
    ...on('py:praw#Reddit', 'redditor', returns('py:praw#models.Redditor')),
    ...on('py:praw#Reddit', 'info', waitsForMany('Use `asyncpraw`.')),
    ...on('py:praw#models.Subreddit', listing, { ...pages('submissions of a subreddit'), cappedBy: ['limit'], returns: 'py:praw#models.Submission' }),
    ...on('py:praw#models.Subreddit', 'submit submit_image', waits('Use `asyncpraw`.')),
    ...on('py:praw#models.Submission py:praw#models.Comment', 'reply edit delete upvote downvote save report', waits('Use `asyncpraw`.')),
    ...on('py:praw#models.Submission', 'comments.replace_more', waits('Use `asyncpraw`.')),
    ...on('py:praw#models.Redditor', 'message', waits('Use `asyncpraw`.')),

    ...on('py:yt_dlp#YoutubeDL', 'extract_info process_ie_result', waits()),
    ...on('py:yt_dlp#YoutubeDL', 'download', waitsForMany()),
    ...on('py:pytube#YouTube', 'streams.filter streams.order_by', returns('py:pytube#StreamQuery')),
    ...on(
      'py:pytube#YouTube.streams py:pytube#StreamQuery',
      'first last get_by_itag get_by_resolution get_highest_resolution get_lowest_resolution get_audio_only',
      returns('py:pytube#Stream'),
    ),
    ...on('py:pytube#StreamQuery', 'filter order_by asc desc', self),
    ...on('py:pytube#Stream', 'download', waits()),
    ...on('py:pytube', 'request.get request.post request.head request.filesize', waits()),
  ],
  types: [
    ...alike('py:tweepy#client.Client', 'py:tweepy#Client'),
    ...alike('py:tweepy#api.API', 'py:tweepy#API'),
    ...alike('py:youtube_dl#YoutubeDL', 'py:yt_dlp#YoutubeDL'),
    ...alike('py:pytubefix#YouTube', 'py:pytube#YouTube'),
    ...alike('py:praw#models.reddit.submission.Submission', 'py:praw#models.Submission'),
  ],
};

const resource = 'py:googleapiclient#discovery.Resource';
const batchOfGoogle = 'py:googleapiclient#http.BatchHttpRequest';
const sheet = 'py:gspread#Worksheet';
const spreadsheet = 'py:gspread#Spreadsheet';
const sheets = 'py:gspread#Client';
const inAsyncGspread = 'Use `gspread_asyncio`.';

/** What is asked of Google's services is described link by link, and sent by the last one. */
const google: Family = {
  rows: [
    ...on('py:googleapiclient', 'discovery.build discovery.build_from_document', returns(resource, client)),
    ...on(resource, 'execute next_chunk', waits()),
    ...on(resource, 'new_batch_http_request', returns(batchOfGoogle)),
    ...on(resource, '*', self),
    ...on(batchOfGoogle, 'execute', waitsForMany()),
    ...on('py:googleapiclient', 'http.MediaIoBaseDownload.next_chunk', waits()),

    ...on('py:gspread', 'authorize service_account service_account_from_dict oauth', returns(sheets, client)),
    ...on(sheets, 'open open_by_key open_by_url create', { ...waits(inAsyncGspread), returns: spreadsheet }),
    ...on(sheets, 'openall list_spreadsheet_files copy del_spreadsheet', waits(inAsyncGspread)),
    ...on(spreadsheet, 'worksheet get_worksheet get_worksheet_by_id add_worksheet duplicate_sheet', { ...waits(inAsyncGspread), returns: sheet }),
    ...on(spreadsheet, 'worksheets', {
      ...waits(inAsyncGspread),
      result: { kind: 'list', extent: 'bounded', why: 'sheets of one document' },
      returns: sheet,
    }),
    ...on(spreadsheet, 'del_worksheet share fetch_sheet_metadata', waits(inAsyncGspread)),
    ...on(spreadsheet, 'batch_update values_batch_get values_batch_update values_append values_update values_get', waitsForMany(inAsyncGspread)),
    ...on(sheet, 'cell acell find row_values col_values update_cell update_acell append_row insert_row clear resize format', waits(inAsyncGspread)),
    ...on(sheet, 'get_all_records get_all_values get_values', {
      ...waitsForMany(inAsyncGspread),
      result: { kind: 'list', extent: 'table', why: 'rows of a sheet' },
    }),
    ...on(
      sheet,
      'get range findall update update_cells append_rows insert_rows delete_rows batch_get batch_update batch_clear batch_format',
      waitsForMany(inAsyncGspread),
    ),
  ],
  types: [
    ...alike('py:gspread#client.Client', sheets),
    ...alike('py:gspread#spreadsheet.Spreadsheet', spreadsheet),
    ...alike(`${spreadsheet}.sheet1 py:gspread#worksheet.Worksheet`, sheet),
  ],
};

const github = 'py:github#Github';
const repository = 'py:github#Repository';
const issue = 'py:github#Issue';
const pull = 'py:github#PullRequest';
const organization = 'py:github#Organization';

const gitlab = 'py:gitlab#Gitlab';
const gitlabObject = 'py:gitlab#v4.objects.RESTObject';

/** A manager of GitLab gives and takes objects, whose own members are managers again. */
const managers = `${gitlab}.* ${gitlabObject}.*`;

const code: Family = {
  rows: [
    ...on('py:github', 'Github', client),
    // Without a name, `get_user` asks nobody.
    ...on(github, 'get_repo', { ...waits(), returns: repository }),
    ...on(github, 'get_organization', { ...waits(), returns: organization }),
    ...on(github, 'get_gist get_rate_limit get_user_by_id', waits()),
    ...on(github, 'search_repositories', pages('repositories that were found', { returns: repository })),
    ...on(github, 'search_issues', pages('issues that were found', { returns: issue })),
    ...on(github, 'search_code search_users search_commits', pages('what was found')),
    ...on(organization, 'get_repo create_repo', { ...waits(), returns: repository }),
    ...on(organization, 'get_repos', pages('repositories of an organization', { returns: repository })),
    ...on(organization, 'get_members get_teams', pages('people of an organization')),
    ...on(repository, 'get_issue create_issue', { ...waits(), returns: issue }),
    ...on(repository, 'get_pull create_pull', { ...waits(), returns: pull }),
    ...on(repository, 'get_issues', pages('issues of a repository', { returns: issue })),
    ...on(repository, 'get_pulls', pages('pull requests of a repository', { returns: pull })),
    ...on(repository, 'get_commits get_branches get_tags get_releases get_contributors get_stargazers', pages('what a repository holds')),
    ...on(
      repository,
      `get_contents get_branch get_commit get_release get_latest_release get_readme get_label get_milestone get_git_ref get_git_tree get_workflow
       create_file update_file delete_file create_git_ref create_git_tree create_git_commit create_git_release create_label create_milestone create_fork
       create_hook compare merge edit`,
      waits(),
    ),
    ...on(issue, 'create_comment edit lock add_to_assignees', waits()),
    ...on(issue, 'add_to_labels set_labels remove_from_labels', waits()),
    ...on(issue, 'get_comments get_events get_timeline', pages('what happened to an issue')),
    ...on(pull, 'create_issue_comment create_comment create_review create_review_comment edit merge update_branch add_to_labels set_labels', waits()),
    ...on(pull, 'get_files get_commits get_reviews get_issue_comments get_review_comments get_comments', pages('what belongs to a pull request')),

    ...on('py:gitlab', 'Gitlab', client),
    ...on(gitlab, 'auth', waits()),
    ...on(managers, 'get create', { ...waits(), returns: gitlabObject }),
    ...on(managers, 'delete update', waits()),
    ...on(managers, 'list', { ...waits(), result: { kind: 'list', extent: 'unknown', why: 'a page, or all there are' }, returns: gitlabObject }),
    ...on(gitlabObject, 'save delete', waits()),
  ],
  types: [
    ...alike('py:github#MainClass.Github', github),
    ...alike('py:github#Repository.Repository', repository),
    ...alike('py:github#Issue.Issue', issue),
    ...alike('py:github#PullRequest.PullRequest', pull),
    ...alike('py:github#Organization.Organization', organization),
    ...alike('py:gitlab#v4.objects.Project py:gitlab#v4.objects.Group py:gitlab#base.RESTObject', gitlabObject),
  ],
};

const jira = 'py:jira#JIRA';
const atlassian = 'py:atlassian#Jira py:atlassian#Confluence py:atlassian#Bitbucket';

const notionCalls = `search databases.query databases.retrieve databases.create databases.update data_sources.query data_sources.retrieve pages.create
  pages.retrieve pages.update pages.properties.retrieve blocks.retrieve blocks.update blocks.delete blocks.children.list users.list users.retrieve users.me
  comments.create comments.list`;

const offices: Family = {
  rows: [
    ...on('py:jira', 'JIRA', connects(inThread, client)),
    ...on(jira, 'issue create_issue', { ...waits(), returns: 'py:jira#Issue' }),
    ...on(jira, 'search_issues enhanced_search_issues', {
      ...waits(),
      result: { kind: 'list', extent: 'unknown', why: 'issues that were found' },
      cappedBy: ['maxResults'],
      returns: 'py:jira#Issue',
    }),
    ...on(jira, 'create_issues', waitsForMany()),
    ...on(
      jira,
      `project projects user myself search_users comments comment add_comment transitions transition_issue assign_issue add_attachment create_issue_link
       add_watcher watchers worklogs add_worklog remote_links fields boards sprints sprint issue_types priorities statuses server_info`,
      waits(),
    ),
    ...on(jira, 'add_issues_to_sprint add_issues_to_epic', waitsForMany()),
    ...on('py:jira#Issue', 'update delete', waits()),
    ...on(atlassian, 'get_* create_* update_* delete_* jql cql issue issue_create issue_update issue_add_comment issue_transition', waits()),
    ...on(atlassian, 'append_page remove_page page_exists attach_file attach_content projects', waits()),
    ...on('py:atlassian#Jira', 'create_issues', waitsForMany()),

    ...on('py:notion_client#Client', notionCalls, waits('Use `notion_client.AsyncClient`.')),
    ...on('py:notion_client#Client', 'blocks.children.append', waitsForMany('Use `notion_client.AsyncClient`.')),
    ...on('py:notion_client#AsyncClient', notionCalls, request),
    ...on('py:notion_client#AsyncClient', 'blocks.children.append', requestMany),

    ...on('py:hubspot', 'HubSpot Client.create', returns('py:hubspot#HubSpot', client)),
    ...on('py:hubspot#HubSpot', 'crm.*.basic_api.* crm.*.search_api.do_search crm.*.*.basic_api.*', waits()),
    ...on('py:hubspot#HubSpot', 'crm.*.batch_api.* crm.*.*.batch_api.*', waitsForMany()),
    ...on('py:hubspot#HubSpot', 'crm.*.get_all', { ...waits(), result: { kind: 'list', extent: 'table', why: 'records of a customer' } }),

    ...on('py:mailchimp_marketing#Client', 'lists.batch_list_members', waitsForMany()),
    ...on('py:mailchimp_marketing#Client', 'lists.* campaigns.* automations.* reports.* ping.get', waits()),
    ...on('py:mailchimp_transactional#Client', 'messages.* templates.* users.ping', waits()),
  ],
  types: [
    ...alike('py:jira#client.JIRA', jira),
    ...alike('py:jira#resources.Issue', 'py:jira#Issue'),
    ...alike('py:notion_client#client.Client', 'py:notion_client#Client'),
    ...alike('py:notion_client#client.AsyncClient', 'py:notion_client#AsyncClient'),
    ...alike('py:mailchimp_marketing#api_client.ApiClient', 'py:mailchimp_marketing#Client'),
  ],
};

const asksName = stopsLong('Use `dns.asyncresolver`.');

/** Where something is, and whose it is. A name server is asked for one name at a time: nobody could ask for all at once. */
const lookups: Family = {
  rows: [
    ...on('py:geopy#geocoders.*', 'geocode reverse', waits('Use its `AioHTTPAdapter`.')),
    ...on('py:whois', 'whois query', stopsLong()),
    ...on('py:dns', 'resolver.resolve resolver.query resolver.resolve_address resolver.zone_for_name', asksName),
    ...on('py:dns#resolver.Resolver', 'resolve query resolve_address resolve_name', asksName),
    ...on('py:dns', 'query.udp query.tcp query.tls query.https', stopsLong('Use `dns.asyncquery`.')),
  ],
  types: alike('py:geopy#Nominatim py:geopy#GoogleV3', 'py:geopy#geocoders.Nominatim'),
};

const parts = [networks, google, code, offices, lookups];

export const webServices: Family = {
  rows: parts.flatMap((part) => part.rows ?? []),
  types: parts.flatMap((part) => part.types ?? []),
};
