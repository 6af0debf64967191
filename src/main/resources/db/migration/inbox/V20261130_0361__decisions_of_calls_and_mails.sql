-- Only mails can be addressed anew or left unsent.
update task set decisions = '{SEND_AGAIN}' where type = 'message-unsent' and state = 'OPEN';
update task set decisions = '{SEND_TO,SEND_AGAIN,DISCARD}' where type = 'message-unsent' and state = 'OPEN' and key like 'message-unsent:mail:%';
update task set decisions = '{CALLED,POSTED,MAIL}' where type = 'tell-customer' and state = 'OPEN';
-- A decision about these left their key taken, so that the same trouble was never told again.
update task set key = key || '#' || id where type = 'partner-unreachable' and state = 'DONE' and key not like '%#%';
update task set decisions = '{REQUESTED,READ_AGAIN,GIVE_UP}' where type = 'file-refused' and state = 'OPEN';
update task set decisions = '{RETRY_ALL,DISMISS_ALL}' where type = 'more-records-rejected' and state = 'OPEN';
update task set decisions = '{REQUESTED,REMOVED}' where type = 'file-stuck' and state = 'OPEN';
update task set decisions = '{GIVE_UP}' where type = 'row-rejected' and state = 'OPEN';
update task set decisions = '{ASSIGN,DISMISS}' where type = 'tracking-unknown' and state = 'OPEN';
update task set decisions = '{COLLECT,LEAVE}' where type = 'delivered-after-decision' and state = 'OPEN';
update task set decisions = '{VOIDED,EXPIRED}' where type = 'shop-authorisation-to-void' and state = 'OPEN';
update task set decisions = '{KEEP,PAID_BACK}' where type = 'deposit-unmatched' and state = 'OPEN';
update task t set decisions = case when exists (select 1 from task_subject s where s.task_id = t.id and s.kind = 'ORDER')
                                   then '{ASK_AGAIN,AGREED}'::text[] else '{AGREED}'::text[] end
 where type = 'deposit-reversed' and state = 'OPEN';
update task set decisions = '{HOLD,KEEP,CANCEL}' where type = 'order-changed-at-shop' and state = 'OPEN';
update task set decisions = '{RETRY,IN_HAND}' where type = 'mending-stuck-again' and state = 'OPEN';
update task set decisions = '{RECORD,DISMISS}' where type = 'bank-row-rejected' and state = 'OPEN';
