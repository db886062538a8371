-- How far each Tryton was read, and from when on it is told of what happens there; by its own clock.
create table tryton_place (
    instance   varchar(20) primary key,
    read_until timestamp with time zone not null,
    began      timestamp with time zone
);

-- How orders and products stood when they were told of: Tryton says that something changed, and not from what. Lengths as elsewhere: the
-- hub counts characters, H2 counts UTF-16 units.
create table tryton_seen (
    instance varchar(20) not null,
    kind     varchar(16) not null,
    id       varchar(400) not null,
    state    varchar(4000) not null,
    primary key (instance, kind, id)
);
