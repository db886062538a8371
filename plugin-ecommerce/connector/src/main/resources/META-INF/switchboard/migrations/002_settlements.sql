-- What people said of refunds that waited for them, one row for each time. Lengths as in 001.
create table refund_settlement (
  refund_id varchar(32) not null references refund (id),
  correlation_id varchar(32) not null,
  outcome varchar(16) not null,
  credit_note varchar(250),
  client varchar(400) not null,
  employee varchar(400),
  settled_at timestamp with time zone not null,
  primary key (refund_id, correlation_id)
);
create index refund_since on refund (state, since, id);
