-- Closed as done, these left their keys taken, so that the same trouble was never told again.
update task set key = key || '#' || id
 where type in ('file-stuck', 'message-unsent', 'shipment-date-unreachable') and state = 'DONE' and key not like '%#' || id;
