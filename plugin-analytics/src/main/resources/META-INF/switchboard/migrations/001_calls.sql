-- Written in what H2 and PostgreSQL share.

-- How far each node's audit is counted; changed in the same transaction as the counts.
create table progress (
  node varchar(100) primary key,
  segment bigint not null,
  place bigint not null
);

-- The bucket is its first second since 1970. The latency is a histogram, as text.
create table calls_minute (
  bucket bigint not null,
  operation varchar(100) not null,
  code integer not null,
  connector varchar(40) not null,
  calls bigint not null,
  slowest bigint not null,
  latency varchar(20000) not null,
  primary key (bucket, operation, code)
);

create table calls_hour (
  bucket bigint not null,
  operation varchar(100) not null,
  code integer not null,
  connector varchar(40) not null,
  calls bigint not null,
  slowest bigint not null,
  latency varchar(20000) not null,
  primary key (bucket, operation, code)
);
