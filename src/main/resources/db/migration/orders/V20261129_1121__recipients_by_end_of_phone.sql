-- Who asks for a parcel says the last digits of the recipient's phone number.
create index order_destination_phone_end on order_destination (reverse(translate(phone, '-() ', '')) text_pattern_ops)
    where phone <> '';
