-- What is compared tells neither the glyphs of one character nor the notations of one phone number apart.
update customer
   set name_key = regexp_replace(name_key, '[\u180B-\u180D\u200B-\u200F\uFE00-\uFE0F\uFEFF\U000E0100-\U000E01EF]', '', 'g'),
       address_key = regexp_replace(address_key, '[\u180B-\u180D\u200B-\u200F\uFE00-\uFE0F\uFEFF\U000E0100-\U000E01EF]', '', 'g')
 where name_key || address_key ~ '[\u180B-\u180D\u200B-\u200F\uFE00-\uFE0F\uFEFF\U000E0100-\U000E01EF]';

update customer
   set phone_key = regexp_replace(phone_key, '^(?:00|010)?810?([1-9][0-9]{8,9})$', '0\1')
 where phone_key ~ '^(?:00|010)?810?[1-9][0-9]{8,9}$';
