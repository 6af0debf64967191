-- Kinds of task that could only be closed so far have decisions that act.
update task set decisions = '{CAPTURE,AUTHORISE,BANK_TRANSFER,RECEIVED}' where type = 'capture-failed' and state = 'OPEN';
update task set decisions = '{CARRIED_OUT,NOT_CARRIED_OUT}' where type = 'card-result-unknown' and state = 'OPEN';
update task set decisions = '{BOOK,DISMISS}' where type = 'stock-difference' and state = 'OPEN';
