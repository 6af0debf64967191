-- Which node runs the checks is kept in shedlock.
alter table watch_round drop column node, drop column leased_until;
