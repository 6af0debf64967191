-- A parcel in trouble has its task already; it does not become overdue as well.
update shipment set due_at = null where status = 'EXCEPTION';
