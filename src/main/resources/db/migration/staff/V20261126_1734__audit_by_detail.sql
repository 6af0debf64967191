-- Entries about a customer's order begin with its number.
create index audit_entry_about on audit_entry (split_part(detail, ' ', 1));
