-- Documents as they were issued, which the law (電子帳簿保存法) wants kept and found by date, amount and partner.

create sequence document_number;

create table document (
    id              bigint generated always as identity,
    kind            text        not null,
    number          text        not null,
    subject         text        not null,
    content_hash    text        not null,
    issued_at       timestamptz not null,
    issued_by       text        not null,
    document_date   date        not null,
    amount          bigint      not null,
    partner_name    text        not null,
    partner_key     text        not null generated always as (person_key(partner_name)) stored,
    customer_number text,
    order_numbers   text[]      not null,
    shipment_number text,
    receivable      text,
    corrects        text,
    reissue         boolean     not null,
    html            text        not null,
    html_sha256     text        not null,
    constraint document_pk primary key (id),
    constraint document_number_once unique (number),
    constraint document_corrects_fk foreign key (corrects) references document (number),
    constraint document_kind check (kind in
        ('DELIVERY_NOTE', 'GIFT_DELIVERY_NOTE', 'INVOICE', 'RETURN_INVOICE', 'RECEIPT', 'STATEMENT', 'PAYMENT_SLIP', 'REMINDER'))
);
create index document_by_subject on document (kind, subject, id);
create index document_by_date on document (document_date, id);
create index document_by_amount on document (amount, document_date);
create index document_by_customer on document (customer_number, id);
create index document_by_order on document using gin (order_numbers);
create index document_by_partner on document using gin (name_grams(partner_key, partner_key));
create trigger document_append_only before update or delete on document
    for each row execute function refuse_change();
comment on table document is 'Documents that were issued, with the page as it was. Append-only: the law wants them kept.';
comment on column document.subject is 'What it is about; documents of one kind about one subject replace each other.';
comment on column document.content_hash is 'SHA-256 of what it says besides its number and day: the same again is not issued again.';
comment on column document.document_date is 'Day of the transaction.';
comment on column document.amount is 'Yen with tax; zero where it shows none.';
comment on column document.partner_name is 'The addressee as printed.';
comment on column document.partner_key is 'The name as it is searched for.';
comment on column document.receivable is 'Number of what is owed that it is about; null if none.';
comment on column document.corrects is 'Number of the document in whose place it was issued.';
comment on column document.reissue is 'Whether it says that it was issued again.';
comment on column document.html is 'The page from which it is printed and its PDF is made.';

create table document_tax (
    document_id bigint not null,
    rate        int    not null,
    amount      bigint not null,
    tax         bigint not null,
    constraint document_tax_pk primary key (document_id, rate),
    constraint document_tax_document_fk foreign key (document_id) references document
);
create trigger document_tax_append_only before update or delete on document_tax
    for each row execute function refuse_change();
comment on table document_tax is 'Amount and tax by tax rate as documents show them. Append-only.';
comment on column document_tax.rate is 'Per cent.';
comment on column document_tax.amount is 'Yen with tax.';

create table document_pdf (
    document_id bigint      not null,
    pdf         bytea       not null,
    pdf_sha256  text        not null,
    made_at     timestamptz not null,
    constraint document_pdf_pk primary key (document_id),
    constraint document_pdf_document_fk foreign key (document_id) references document
);
create trigger document_pdf_append_only before update or delete on document_pdf
    for each row execute function refuse_change();
comment on table document_pdf is 'PDFs of documents, made when they were asked for first and the same ever since. Append-only.';

create table document_batch (
    id       bigint generated always as identity,
    kind     text        not null,
    from_day date        not null,
    to_day   date        not null,
    state    text        not null,
    begun_by text        not null,
    begun_at timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    constraint document_batch_pk primary key (id),
    constraint document_batch_kind check (kind in ('DELIVERY_NOTE', 'INVOICE', 'STATEMENT')),
    constraint document_batch_state check (state in ('RUNNING', 'STOPPED', 'DONE'))
);
create index document_batch_running on document_batch (id) where state = 'RUNNING';
comment on table document_batch is 'Documents of many shipments, orders or customers, which are issued one after another and printed as one PDF.';
comment on column document_batch.from_day is 'First day of shipping, or of the period of statements.';
comment on column document_batch.ended_by is 'Who stopped it; null if nobody did.';

create table document_batch_item (
    batch_id    bigint not null,
    position    int    not null,
    subject     text   not null,
    document_id bigint,
    problem     text,
    problem_en  text,
    done_at     timestamptz,
    constraint document_batch_item_pk primary key (batch_id, position),
    constraint document_batch_item_batch_fk foreign key (batch_id) references document_batch,
    constraint document_batch_item_document_fk foreign key (document_id) references document
);
comment on table document_batch_item is 'What a batch issues a document for, in the order of its PDF.';
comment on column document_batch_item.subject is 'Number of the shipment, order or customer.';
comment on column document_batch_item.problem is 'Why there is no document.';
comment on column document_batch_item.problem_en is 'The same in English.';
