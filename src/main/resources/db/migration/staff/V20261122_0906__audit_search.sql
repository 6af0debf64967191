create index audit_entry_at on audit_entry (at desc, id desc);
create index audit_entry_action on audit_entry (action, id desc);
