-- How far each Redmine was read, by its own clock.
create table redmine_place (
    instance   varchar(20) primary key,
    read_until timestamp with time zone not null
);
