-- A refund may be for goods whose return was announced before it; then it opens none.
alter table refund add column return_id varchar(250);

-- Until then a return of the order is being announced or taken back at the shop, and nothing else is done about its goods.
alter table refund_order add column held_until timestamp with time zone;
