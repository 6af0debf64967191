update task set decisions = 'RELEASE,CANCEL' where type = 'order-on-hold' and state = 'OPEN' and decisions = 'RELEASE';
