-- Where the clock stood in the round that ended last: after a move nothing is known until the next one has ended.
alter table watch_round add column looked_offset_millis bigint;
