-- Each entry of the audit trail is sealed with a hash over itself and the seal before it, so that no entry can be changed,
-- taken out or put in between without every later seal being wrong. Sealing follows within seconds, one node at a time;
-- who writes an entry does not wait for it.
create table audit_seal (
    no bigint constraint audit_seal_pk primary key,
    entry_id bigint not null constraint audit_seal_entry_unique unique,
    hash text not null
);
create table audit_unsealed (entry_id bigint constraint audit_unsealed_pk primary key);
insert into audit_unsealed select id from audit_entry;

create function note_unsealed() returns trigger language plpgsql as $$
begin
    insert into audit_unsealed values (new.id);
    return null;
end $$;
create trigger audit_entry_unsealed after insert on audit_entry for each row execute function note_unsealed();

create trigger audit_seal_append_only before update or delete on audit_seal
    for each row execute function refuse_audit_change();
create trigger audit_seal_not_emptied before truncate on audit_seal
    for each statement execute function refuse_audit_change();

create function audit_hash(previous text, no bigint, e audit_entry) returns text language sql stable as $$
    select encode(sha256(convert_to(concat_ws(chr(31), previous, no::text, e.id::text,
        extract(epoch from e.at)::text, e.who, e.action, e.subject, e.detail), 'UTF8')), 'hex')
$$;

create function seal_audit(at_most int) returns int language plpgsql as $$
declare
    e audit_entry;
    last_no bigint;
    previous text;
    sealed int := 0;
begin
    if not pg_try_advisory_xact_lock(hashtext('seal-audit')) then
        return 0;
    end if;
    select s.no, s.hash into last_no, previous from audit_seal s order by s.no desc limit 1;
    if not found then
        last_no := 0;
        previous := '';
    end if;
    for e in select a.* from audit_unsealed u join audit_entry a on a.id = u.entry_id
              order by u.entry_id limit at_most loop
        last_no := last_no + 1;
        previous := audit_hash(previous, last_no, e);
        insert into audit_seal values (last_no, e.id, previous);
        delete from audit_unsealed where entry_id = e.id;
        sealed := sealed + 1;
    end loop;
    return sealed;
end $$;
