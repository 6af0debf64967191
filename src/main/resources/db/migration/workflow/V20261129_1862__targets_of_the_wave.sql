-- A wave begins at once and is worked on in slices; its process waits for the last of them.
update step_target set step = 'begin-wave' where process = 'ship-wave' and step = 'release-wave';
insert into step_target (process, step, target_seconds, limit_seconds, changed_by, changed_at)
values ('ship-wave', 'await-slices', 600, 3600, 'system', now());
