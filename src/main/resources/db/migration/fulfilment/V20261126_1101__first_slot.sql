-- On the first day that a parcel can reach a far prefecture it does not come in every slot.
alter table lead_time add column first_slot text not null default 'AM'
    constraint lead_time_first_slot check (first_slot in ('AM', '1416', '1618', '1820', '1921'));
update lead_time set first_slot = '1416' where prefecture in ('北海道', '沖縄県', '鹿児島県', '宮崎県');
