-- Refunds: quoted, then committed, then done in steps that are written down. Lengths are twice those of the SPI: it counts characters, H2
-- counts UTF-16 units.
create table refund (
  id varchar(32) primary key,
  customer_id varchar(200) not null,
  shop varchar(20) not null,
  order_id varchar(200) not null,
  order_number varchar(200) not null,
  reason varchar(32) not null,
  rule varchar(32) not null,
  goods_back boolean not null,
  currency varchar(3) not null,
  amount numeric(24, 6) not null,
  fee numeric(24, 6) not null,
  state varchar(16) not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  -- The call that committed it, and who called; null while it is a quote.
  correlation_id varchar(32),
  client varchar(400),
  employee varchar(400),
  conversation varchar(500),
  -- Since when it is in its state, when it is to be gone on with, and how often that failed.
  since timestamp with time zone not null,
  next_at timestamp with time zone not null,
  attempts integer not null,
  constraint refund_once unique (customer_id, correlation_id)
);
create index refund_due on refund (state, next_at);
create index refund_of_order on refund (shop, order_id);

create table refund_line (
  refund_id varchar(32) not null references refund (id),
  line_id varchar(200) not null,
  name varchar(800) not null,
  quantity integer not null,
  amount numeric(24, 6) not null,
  primary key (refund_id, line_id)
);

-- A row is there before a step is begun, so that whoever goes on knows that it may have been done.
create table refund_step (
  refund_id varchar(32) not null references refund (id),
  step varchar(16) not null,
  state varchar(16) not null,
  result varchar(250),
  begun_at timestamp with time zone not null,
  primary key (refund_id, step)
);

-- One row for each order of which anything was ever committed. The serial moves whenever its refunds change what is left of the order.
create table refund_order (
  shop varchar(20) not null,
  order_id varchar(200) not null,
  serial bigint not null,
  primary key (shop, order_id)
);
