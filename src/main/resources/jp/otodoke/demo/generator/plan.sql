-- What is to be generated, and how far it is. The schema exists only while the work is under way.
create schema generating;
create table generating.plan (
    started timestamptz not null, customers bigint not null, orders bigint not null, tasks bigint not null, seed bigint not null
);
create table generating.part (step text, first bigint, last bigint, done boolean not null default false, primary key (step, first));
create table generating.set_aside (name text primary key, kind text not null, stated text not null);

-- A number from 0 to 1 that belongs to an object and a question about it: the same in every run with the same seed.
create function generating.luck(of bigint, question int) returns float8 language sql immutable parallel safe as
$$ select (hashint8extended(of, $seed * 1000 + question) & 1073741823) / 1073741824.0::float8 $$;
