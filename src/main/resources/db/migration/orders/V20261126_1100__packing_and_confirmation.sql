-- How the parcel for a door is to be packed and labelled; the customer's wishes, not the internal remark.
alter table order_destination
    add column gift_wrap      boolean not null default false,
    add column noshi          text not null default ''
        constraint order_destination_noshi check (noshi in ('', 'RED_WHITE_BOW', 'RED_WHITE_KNOT', 'BLACK_WHITE_KNOT', 'YELLOW_WHITE_KNOT', 'PLAIN')),
    add column noshi_title    text not null default '',
    add column noshi_name     text not null default '',
    add column message_card   text not null default '',
    add column warehouse_note text not null default '',
    add column slip_note      text not null default '';

-- What is read out before an order by telephone is final. A new wording is a new version; none is ever changed.
create table confirmation_wording (
    version    int constraint confirmation_wording_pk primary key,
    body       text not null,
    written_at timestamptz not null,
    written_by text not null
);
create trigger confirmation_wording_append_only before update or delete on confirmation_wording
    for each row execute function refuse_change();

insert into confirmation_wording (version, body, written_at, written_by) values (1,
'ご注文の内容を確認いたします。
{customer} 様、ご注文の商品は次のとおりです。
{lines}
お届け先とお届け日は次のとおりです。
{destinations}
{gifts}
商品代金は{goods}、送料は{shipping}、手数料は{fee}、お支払いいただく合計は税込みで{total}です。{taxes}
お支払い方法は{method}です。{payWhen}
{shipWhen}
ご注文の変更とキャンセルは、出荷の準備に入る前まで、お電話で承ります。
お届けした商品に不良や間違いがあったときは、到着後8日以内にご連絡ください。送料は当社負担でお取り替えまたは返金いたします。
お客様のご都合による返品は、未開封に限り、到着後8日以内にご連絡のうえ承ります。返送料はお客様のご負担です。
今回は1回限りのご注文で、定期購入ではありません。
以上の内容でご注文を確定してよろしいでしょうか。', '2026-11-26 00:00:00+09', 'system');

create table order_confirmation (
    id           bigint generated always as identity constraint order_confirmation_pk primary key,
    order_number text not null constraint order_confirmation_order references orders,
    version      int not null constraint order_confirmation_wording references confirmation_wording,
    body         text not null,
    read_at      timestamptz not null,
    read_by      text not null
);
create index order_confirmation_by_order on order_confirmation (order_number, id);
create trigger order_confirmation_append_only before update or delete on order_confirmation
    for each row execute function refuse_change();
