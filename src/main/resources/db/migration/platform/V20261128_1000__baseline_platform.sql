-- Technical frame: business clock, idempotent requests, the nodes that share this database, and functions that
-- tables of every module use.

-- For ledgers, histories and other tables whose rows are written once.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
comment on function refuse_change() is 'Trigger of append-only tables: refuses every update and delete.';

-- A trigram index can't answer the two characters of 山田, and most searches here are that short: names are
-- found by their single characters and pairs instead.
create function name_grams(name text, kana text) returns text[]
    language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct gram), '{}')
    from (select substr(word, i, len) as gram
          from unnest(array[name, kana]) as word,
               generate_series(1, length(word)) as i,
               generate_series(1, 2) as len) as grams
$$;
comment on function name_grams(text, text) is 'Single characters and pairs of a name and its reading, for GIN indexes.';

-- Names and phone numbers of people are compared and searched in one form everywhere.
create function person_key(written text) returns text
    language sql immutable parallel safe as $$
    select translate(lower(regexp_replace(normalize(coalesce(written, ''), nfkc), '[\s　・.,\-−‐]', '', 'g')),
        'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ髙﨑邊邉齋齊濵濱𠮷德栁桒',
        'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ高崎辺辺斎斉浜浜吉徳柳桑')
$$;
comment on function person_key(text) is 'A name or phone number as it is compared: one width, katakana, no spaces, the plain form of a character.';

create table business_clock (
    one_row       boolean not null default true,
    offset_millis bigint  not null,
    constraint business_clock_pk primary key (one_row),
    constraint business_clock_one_row check (one_row)
);
comment on table business_clock is 'One row, in installations with a movable clock: how far business time is ahead of real time. Every node reads it.';
comment on column business_clock.one_row is 'Always true: allows a single row.';
comment on column business_clock.offset_millis is 'Milliseconds; negative when business time is behind.';

create table idempotent_request (
    client          text        not null,
    idempotency_key text        not null,
    request_hash    text        not null,
    created_at      timestamptz not null,
    status          integer,
    location        text,
    content_type    text,
    body            bytea,
    claimed_until   timestamptz,
    constraint idempotent_request_pk primary key (client, idempotency_key)
);
create index idempotent_request_age on idempotent_request (created_at);
comment on table idempotent_request is 'Answers to POST requests with an Idempotency-Key, given again to whoever repeats the request.';
comment on column idempotent_request.client is 'API client or user who asked.';
comment on column idempotent_request.request_hash is 'SHA-256 of method, path and body: the same key with another request is refused.';
comment on column idempotent_request.status is 'HTTP status of the answer; null while the request is being worked on.';
comment on column idempotent_request.location is 'Location header of the answer.';
comment on column idempotent_request.claimed_until is 'Real time. The node that works on the request renews its claim; the claim of a killed node lapses.';

create table node (
    name                   text        not null,
    address                text,
    version                text        not null,
    started_at             timestamptz not null,
    seen_at                timestamptz not null,
    clock_skew_millis      bigint      not null,
    followed_offset_millis bigint,
    wanted_leases          text[]      not null default '{}',
    constraint node_pk primary key (name)
);
comment on table node is 'Running copies of the application on this database. A node is alive as long as one of its sessions holds the advisory lock on its name (see node_lives); the database drops the lock with the session, however the node ends.';
comment on column node.version is 'Version of the application.';
comment on column node.seen_at is 'Last heartbeat, real time.';
comment on column node.clock_skew_millis is 'How far the node''s system clock is ahead of the database''s, in milliseconds.';
comment on column node.followed_offset_millis is 'Offset of the movable business clock that the node has caught up with, in milliseconds.';
comment on column node.wanted_leases is 'Names of the leases the node would take.';

create table lease (
    name   text        not null,
    holder text        not null,
    until  timestamptz not null,
    constraint lease_pk primary key (name)
);
comment on table lease is 'Work that one node at a time does.';
comment on column lease.holder is 'Name of the node.';
comment on column lease.until is 'Real time at which the lease ends by itself if its holder hangs; it ends at once when the holder dies.';

create function node_lives(name text) returns boolean language sql stable as $$
    select exists (
        select 1 from pg_locks l
         where l.locktype = 'advisory' and l.granted and l.objsubid = 1
           and l.database = (select oid from pg_database where datname = current_database())
           and (l.classid::bigint << 32) | l.objid::bigint = hashtextextended(name, 0))
$$;
comment on function node_lives(text) is 'Whether the node of this name is alive, on whatever machine.';
