-- The partners page counts what came and went today and in thirty days.
create index partner_message_by_day on partner_message (partner, direction, created_at);
